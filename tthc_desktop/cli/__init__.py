"""The command line: the same use cases without a window; a promise to scripts."""
