"""Stands where the system's file manager would."""

from PySide6.QtCore import QObject, QUrl, Slot


class OpenedPlaces(QObject):
    """Remembers the places that were to be opened."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.places: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Remember a place."""
        self.places.append(url.toLocalFile())
