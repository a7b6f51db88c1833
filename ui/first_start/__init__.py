"""First start: the office's names, its units and its signers in three steps."""
