"""Our own pages: the same laid-out blocks as Word gets, set line by line for screen and PDF."""
