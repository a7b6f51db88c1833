"""Lịch năm: the year of a plan as a strip and as months."""
