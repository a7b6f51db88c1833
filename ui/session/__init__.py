"""The open data file and plan, the editor with its undo, the worker beside the window."""
