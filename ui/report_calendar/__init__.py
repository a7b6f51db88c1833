"""Lịch báo cáo: the closing day and the working days after it, seen at once on the year."""
