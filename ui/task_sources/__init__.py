"""What closes periods of tasks by itself: reports, the index 766, other plans of ours."""
