"""Pictures of a report: on screen, on paper, as PNG."""
