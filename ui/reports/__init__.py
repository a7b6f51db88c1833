"""The page Báo cáo."""
