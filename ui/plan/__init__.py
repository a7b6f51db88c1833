"""The page Kế hoạch."""
