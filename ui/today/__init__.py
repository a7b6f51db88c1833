"""The page Hôm nay."""
