"""Qt's own words in Vietnamese: it ships none, and every right click would show English."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from ui.startup.qt_words import IN_CONTEXT, WORDS

# Names of keys stay as they are printed on the keyboard.
_LEFT_ALONE = frozenset({"QShortcut", "QKeySequence", "QRegularExpression"})


class QtVietnamese(QTranslator):
    """Answers from a table; None for what it does not know, since "" would blank it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a translator; the application installs it."""
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Tell Qt that there is something to ask for."""
        return False

    def translate(  # type: ignore[override] # None tells Qt to keep its own words
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the Vietnamese words."""
        if context in _LEFT_ALONE:
            return None
        return IN_CONTEXT.get((context, sourceText)) or WORDS.get(sourceText)
