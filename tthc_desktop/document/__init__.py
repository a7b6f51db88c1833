"""From a plan to frozen layout blocks, and from those to Word; every measure in `nd30`."""
