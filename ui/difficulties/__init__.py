"""Khó khăn, vướng mắc: what units told, on tasks and in the register, and its answers."""
