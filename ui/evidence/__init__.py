"""Evidence of a period: written down in a dialog, opened, taken out."""
