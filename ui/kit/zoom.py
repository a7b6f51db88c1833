"""Ctrl and the wheel: a part of the window that has a zoom of its own says so."""

# The property of a widget that enlarges what it shows instead of the program's text.
OWN_ZOOM = "own_zoom"
