"""The office's words of time: a grammar, its reader and its writer (docs/decisions/0006)."""
