"""Progress by unit as a picture: on screen, on paper, as PNG."""
