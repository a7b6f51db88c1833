"""Opens what is chosen rather than typed: head, căn cứ, nơi nhận, chữ ký, phụ lục, tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.office import Office
from tthc_desktop.domain.plan import BlockKind, Plan
from tthc_desktop.domain.task import numbered
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.text_act import TextAct
from ui.plan.page_editor import PageEditor
from ui.plan.part_acts import PartActs
from ui.plan.plan_actions import PlanActions
from ui.plan.spots import Spot, SpotKind
from ui.plan_life.form_dialog import FormDialog
from ui.session.plan_session import PlanSession

Do = Callable[[TextAct], bool]
_Found = TypeVar("_Found")


class PlanChoosers(QObject):
    """Dialogs are made when they are asked for; focus goes back to the page afterwards."""

    task_asked = Signal(str)
    said = Signal(str)

    def __init__(self, pages: PageEditor, session: PlanSession, do: Do, parts: PartActs) -> None:
        """Open dialogs over *pages*; *do* writes what they say."""
        super().__init__(pages)
        self._pages, self._session, self._do, self._parts = pages, session, do, parts
        pages.opened_elsewhere.connect(self.open)

    def connect_to(self, actions: PlanActions) -> None:
        """Let the menu open them."""
        for action, act in (
            (actions.head, self.ask_head),
            (actions.add_basis, self.ask_basis),
            (actions.recipients, self.ask_recipients),
            (actions.signature, self.ask_signature),
            (actions.annex, self.ask_annex),
        ):
            action.triggered.connect(lambda *_, do=act: do())

    def open(self, spot: Spot, row: str) -> None:
        """Open what is edited elsewhere; *row* is the number of the row in a task table."""
        if spot.kind is SpotKind.TASKS:
            self._ask_task(spot.id, row)
        elif spot.kind is SpotKind.TABLE:
            self._ask_table(spot.id)
        elif spot.kind is SpotKind.HEAD:
            self.ask_head()
        elif spot.kind is SpotKind.RECIPIENTS:
            self.ask_recipients()
        elif spot.kind is SpotKind.SIGNATURE:
            self.ask_signature()

    def ask_head(self) -> None:
        """Ask for the fields of the letterhead."""
        from ui.plan.head_dialog import HeadDialog

        if (plan := self._plan) is not None:
            self._show(HeadDialog(plan, self._do, self._window))

    def ask_recipients(self) -> None:
        """Ask for nơi nhận."""
        from tthc_desktop.use_cases.signing_forms import usual_recipients
        from ui.plan.recipients_dialog import RecipientsDialog

        office = self._office()
        if (plan := self._plan) is not None and office is not None:
            usual = usual_recipients(office)
            self._show(RecipientsDialog(plan, usual, self._do, self._window))

    def ask_signature(self) -> None:
        """Ask who signs and in whose name."""
        from ui.plan.signature_dialog import SignatureDialog

        office = self._office()
        if (plan := self._plan) is not None and office is not None:
            self._show(SignatureDialog(plan, office, self._do, self._window))

    def ask_basis(self) -> None:
        """Ask for a căn cứ; it stands behind the current one."""
        from tthc_desktop.use_cases.legal_register import open_register
        from ui.plan.basis_dialog import BasisDialog

        register = self._read(open_register)
        known, spot = self._pages.layout_now, self._parts.current
        block = known.block(spot.id) if known and spot else None
        after = block.id if block and block.kind is BlockKind.LEGAL_BASIS else ""
        if register is not None and self._plan is not None:
            self._show(BasisDialog(register, self._session.today, self._do, self._window, after))

    def ask_annex(self) -> None:
        """Ask for the lines of the current annex."""
        from ui.plan.annex_dialog import AnnexDialog

        plan, annex_id = self._plan, self._parts.annex_id
        annex = next((one for one in plan.annexes if one.id == annex_id), None) if plan else None
        if annex is not None:
            self._show(AnnexDialog(annex, self._do, self._window))

    def _ask_table(self, block_id: str) -> None:
        from ui.plan.table_dialog import TableDialog

        known = self._pages.layout_now
        block = known.block(block_id) if known else None
        if block is not None:
            self._show(TableDialog(block, self._do, self._window))

    def _ask_task(self, annex_id: str, row: str) -> None:
        plan = self._plan
        annex = next((one for one in plan.annexes if one.id == annex_id), None) if plan else None
        if annex is None:
            return
        rows = list(numbered(annex.tasks))
        found = next((one for one in rows if one.number == row.rstrip(".")), rows[0])
        self.task_asked.emit(found.task.id)

    @property
    def _plan(self) -> Plan | None:
        progress = self._session.editor.progress
        return progress.plan if progress else None

    @property
    def _window(self) -> QWidget:
        return self._pages.window()

    def _office(self) -> Office | None:
        from tthc_desktop.use_cases.opening import open_office

        return self._read(open_office)

    def _read(self, read: Callable[[UnitsOfWork], _Found]) -> _Found | None:
        file = self._session.file
        if file is None or file.units is None:
            return None
        try:
            return read(file.units)
        except StorageTrouble as trouble:
            self.said.emit(trouble.message)
            return None

    def _show(self, dialog: FormDialog) -> None:
        self._pages.words_ready.emit(False)
        dialog.finished.connect(lambda _: self._pages.setFocus())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
