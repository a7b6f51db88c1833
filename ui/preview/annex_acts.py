"""Xuất phụ lục điện tử: where to, may files be replaced, and what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from tthc_desktop.domain.plan import Plan
from ui.kit.message_card import MessageCard
from ui.kit.question import ask
from ui.kit.trouble import open_place, tell
from ui.pages.painter import QtPagePainter
from ui.session.background import Background, Job, Trouble
from ui.session.export_formats import safe_name
from ui.session.plan_session import PlanSession
from ui.session.settings import Settings
from ui.session.wording import plan_name

_TITLE = "Xuất phụ lục điện tử"
_FILES = "Tệp Word (*.docx);;Tệp PDF (*.pdf)"
_PURPOSE = "xuat"


class AnnexActs(QObject):
    """Each annex becomes a file of its own; several get their labels behind the name."""

    def __init__(
        self,
        session: PlanSession,
        background: Background,
        settings: Settings,
        card: MessageCard,
        window: QWidget,
    ) -> None:
        """Speak on *window*."""
        super().__init__(window)
        self._session, self._background = session, background
        self._settings, self._card, self._window = settings, card, window

    def ask_export(self) -> None:
        """Ask for a name; a plan without annexes is told at once."""
        progress = self._session.editor.progress
        if progress is None:
            return
        plan = progress.plan
        if not plan.annexes:
            tell(
                self._window,
                "Chưa xuất được phụ lục điện tử",
                "Kế hoạch này không có phụ lục nên không có gì để xuất. Chưa ghi tệp nào.",
            )
            return
        dialog = QFileDialog(self._window, _TITLE)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Which files there will be is known only with the name: asked afterwards, of all.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(_FILES)
        dialog.setDirectory(str(self._settings.folder(_PURPOSE)))
        dialog.selectFile(f"{safe_name(f'Phụ lục {plan_name(plan)}')}.docx")
        dialog.fileSelected.connect(lambda file: self._on_chosen(plan, Path(file), dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, plan: Plan, to: Path, dialog: QFileDialog) -> None:
        from tthc_desktop.use_cases.annex_export import SUFFIXES, annex_files

        if to.suffix.lower() not in SUFFIXES:
            suffix = ".pdf" if "pdf" in dialog.selectedNameFilter() else ".docx"
            to = to.with_name(to.name + suffix)
        self._settings.remember_folder(_PURPOSE, to.parent)
        there = [one.name for one in annex_files(plan, to) if one.exists()]
        if not there:
            self.export(plan.id, to)
            return
        named = "\n".join(there)
        ask(
            self._window,
            _TITLE,
            f"Đã có tệp:\n{named}",
            (f"Thay {len(there)} tệp", partial(self.export, plan.id, to)),
            "Giữ lại",
        )

    def export(self, plan_id: str, to: Path) -> None:
        """Write the annexes in the worker; files that are there are replaced."""
        found = self._session.file
        units = found.units if found else None
        if units is None:
            return

        def work() -> tuple[Path, ...]:
            from tthc_desktop.use_cases.annex_export import export_electronic_annex

            return export_electronic_annex(
                units, plan_id, to, new_painter=QtPagePainter, force=True
            )

        def failed(trouble: Trouble) -> None:
            again = [("Thử lại", partial(self.export, plan_id, to))]
            tell(self._window, "Chưa xuất được phụ lục điện tử", trouble.message, again)

        self._background.start(Job("Đang xuất phụ lục điện tử…", work, self._on_done, failed))

    def _on_done(self, files: tuple[Path, ...]) -> None:
        offers = [("Mở thư mục", lambda: open_place(files[0].parent))]
        if len(files) == 1:
            offers.insert(0, ("Mở tệp", lambda: open_place(files[0])))
        words = "Đã xuất phụ lục điện tử"
        self._card.say(words if len(files) == 1 else f"{words}: {len(files)} tệp", offers)
