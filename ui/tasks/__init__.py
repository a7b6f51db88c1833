"""The page Nhiệm vụ: the task table, its editing, its filters."""
