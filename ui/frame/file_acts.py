"""Import and export as a person does them: choose a file, wait, see what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.frame.actions import Actions
from ui.import_review.follow_up_acts import FollowUpActs
from ui.import_review.import_acts import ImportActs
from ui.kit.message_card import MessageCard
from ui.kit.trouble import open_place, tell
from ui.session.export_formats import EXCEL, PDF, WORD, ExportFormat, proposed_name
from ui.session.plan_session import PlanSession, Refusal
from ui.session.settings import Settings

_IMPORT, _EXPORT = "nhap", "xuat"
_READABLE = "Kế hoạch (*.docx *.txt)"


class FileActs(QObject):
    """Dialogs before, a card or a box after; the session does the work."""

    def __init__(
        self, session: PlanSession, settings: Settings, card: MessageCard, window: QWidget
    ) -> None:
        """Listen to *session* and speak on *window*."""
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._card = card
        self._window = window
        # Exports something else than the plan where another room has it at hand.
        self.take_over: Callable[[ExportFormat], bool] = lambda _: False
        session.file_exported.connect(self._on_exported)
        self.follow_up = FollowUpActs(session, card, window)
        self.importing = ImportActs(session, card, self.follow_up.propose, window)
        session.act_refused.connect(self._on_refused)

    def connect_to(self, actions: Actions) -> None:
        """Do what the menu asks for."""
        actions.import_plan.triggered.connect(self.ask_import)
        self.importing.connect_to(actions.importing, actions.import_plan)
        self.follow_up.connect_to(actions.importing)
        for action, form in zip(actions.exports, (WORD, PDF, EXCEL), strict=True):
            action.triggered.connect(lambda *_, chosen=form: self.ask_export(chosen))

    def ask_import(self) -> None:
        """Ask for the file of a plan and read it; it comes in once a person has looked at it."""
        dialog = QFileDialog(self._window, "Nhập kế hoạch từ Word")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_READABLE)
        self._ask(dialog, _IMPORT, self._session.read_plan)

    def ask_export(self, form: ExportFormat, *, draft_mark: bool = False) -> None:
        """Ask for the name of a file and write the open plan to it."""
        opened = self._session.open_plan
        if opened is None or self.take_over(form):
            return
        dialog = QFileDialog(self._window, form.asked)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(form.files)
        dialog.setDefaultSuffix(form.suffix)
        name = proposed_name(opened.plan, form)
        folder = self._settings.folder(_EXPORT)
        self._ask(
            dialog,
            _EXPORT,
            lambda to: self._session.export(form, _named(to, form), draft_mark=draft_mark),
            folder / name,
        )

    def _ask(
        self,
        dialog: QFileDialog,
        purpose: str,
        chosen: Callable[[Path], object],
        name: Path | None = None,
    ) -> None:
        dialog.setDirectory(str(self._settings.folder(purpose)))
        if name:
            dialog.selectFile(name.name)

        def on_chosen(file: str) -> None:
            path = Path(file)
            self._settings.remember_folder(purpose, path.parent)
            chosen(path)

        dialog.fileSelected.connect(on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_exported(self, form: ExportFormat, file: Path) -> None:
        self._card.say(
            form.done,
            (
                ("Mở tệp", lambda: open_place(file)),
                ("Mở thư mục", lambda: open_place(file.parent)),
            ),
        )

    def _on_refused(self, refusal: Refusal) -> None:
        choices: list[tuple[str, Callable[[], object]]] = []
        if (form := refusal.form) is not None:
            choices.append(("Lưu tên khác…", lambda: self.ask_export(form)))
        choices.append(("Thử lại", refusal.retry))
        tell(self._window, refusal.title, refusal.message, choices)


def _named(to: Path, form: ExportFormat) -> Path:
    """Return *to* with the format's suffix; a name nobody was asked to replace gets a number."""
    if to.suffix.lower() == form.suffix:
        return to
    named = to.with_name(to.name + form.suffix)
    count = 2
    while named.exists():
        named = to.with_name(f"{to.name} ({count}){form.suffix}")
        count += 1
    return named
