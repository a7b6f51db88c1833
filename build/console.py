"""What the development command says: on standard error, as standard output is the program's."""

import sys


class Stopped(Exception):
    """The command cannot go on; the text says why and what to do."""


def say(text: str) -> None:
    """Print one line for the developer."""
    print(text, file=sys.stderr, flush=True)
