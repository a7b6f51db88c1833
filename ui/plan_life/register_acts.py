"""The legal register over the open file: shown, added to, changed, compared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from tthc_desktop.domain.legal_register import LegalDocument, LegalRegister
from tthc_desktop.ports import UnitsOfWork
from ui.plan_life.document_dialog import DocumentDialog
from ui.plan_life.life_work import LifeWork, is_there
from ui.plan_life.register_window import RegisterWindow

_NOT_SAVED = "Chưa lưu được văn bản"


class RegisterActs(QObject):
    """Every act ends with the register as it then is."""

    def __init__(self, work: LifeWork) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work = work
        self._shown: RegisterWindow | None = None
        self._register = LegalRegister(())

    def show(self) -> None:
        """Open the window."""
        found = self._work.session.file
        can_write = found is not None and not found.read_only
        shown = RegisterWindow(self._today, self._work.window, can_write=can_write)
        shown.edit_asked.connect(self._edit)
        shown.checked_asked.connect(self._mark_checked)
        shown.remove_asked.connect(self._remove)
        shown.finished.connect(self._on_closed)
        self._shown = shown
        shown.open()
        self._do("Đang đọc sổ văn bản…", _nothing, "Chưa đọc được sổ văn bản")

    @property
    def _today(self) -> date:
        return self._work.session.today

    def _edit(self, document: LegalDocument | None) -> None:
        issuers = (one.issuer for one in self._register.documents)
        dialog = DocumentDialog(document, issuers, self._today, self._shown)

        def agreed(typed: LegalDocument) -> None:
            def act(units: UnitsOfWork) -> LegalDocument:
                from tthc_desktop.use_cases.legal_register import save_document

                return save_document(units, typed)

            self._do("Đang lưu văn bản…", act, _NOT_SAVED, over=dialog)

        dialog.agreed.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _mark_checked(self, document: LegalDocument) -> None:
        today = self._today

        def act(units: UnitsOfWork) -> LegalDocument:
            from tthc_desktop.use_cases.legal_register import mark_checked

            return mark_checked(units, document, today)

        self._do("Đang lưu văn bản…", act, _NOT_SAVED)

    def _remove(self, document: LegalDocument) -> None:
        def act(units: UnitsOfWork) -> None:
            from tthc_desktop.use_cases.legal_register import remove_document

            remove_document(units, document.id)

        self._do("Đang xóa văn bản…", act, "Chưa xóa được văn bản")

    def _do(
        self,
        words: str,
        act: Callable[[UnitsOfWork], LegalDocument | None],
        refused: str,
        *,
        over: DocumentDialog | None = None,
    ) -> None:
        def done_and_read(units: UnitsOfWork) -> tuple[LegalDocument | None, LegalRegister]:
            from tthc_desktop.use_cases.legal_register import open_register

            return act(units), open_register(units)

        def show(answer: tuple[LegalDocument | None, LegalRegister]) -> None:
            written, self._register = answer
            if over is not None and is_there(over):
                over.accept()
            if self._shown is not None:
                self._shown.show_register(self._register, written.key if written else "")

        self._work.run(words, done_and_read, show, refused, over=over or self._shown)

    def _on_closed(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None


def _nothing(_: UnitsOfWork) -> None:
    """Only the reading that follows is wanted."""
