"""TTHC Desktop: yearly plans of a provincial department, their tasks and their reports."""

NAME = "TTHC Desktop"
TITLE = "TTHC Desktop – Kế hoạch và tiến độ"
VERSION = "0.1.0"
