"""Progress sheets out to every phòng, and back."""
