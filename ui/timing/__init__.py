"""How the words of a timing are understood, and the documents that date what waits."""
