"""Xem trang in: the pages of a plan as they print, and the way to the printer."""
