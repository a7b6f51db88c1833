"""The window: what a person sees and does. Handed its parts by `tthc_desktop.__main__`."""
