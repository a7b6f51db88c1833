"""Opens the wizard: at the first start by itself, later from the menu Công cụ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.kit.message_card import MessageCard
from ui.session.office_state import OfficeState
from ui.session.plan_session import PlanSession

if TYPE_CHECKING:
    from ui.first_start.wizard import OfficeWizard

_WHERE = "Đã lưu cơ quan. Sửa sau trong Công cụ › Cơ quan, phòng, người ký"


class OfficeActs(QObject):
    """The wizard stays open with all that is typed until the office is written."""

    def __init__(
        self,
        session: PlanSession,
        card: MessageCard,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        """Listen to *session* and show the wizard over *window*."""
        super().__init__(window)
        self._session = session
        self._card = card
        self._today = today
        self._window = window
        self._wizard: OfficeWizard | None = None
        session.plans_listed.connect(lambda _: self._on_file())
        session.office_read.connect(self._open)
        session.office_written.connect(self._on_written)

    @property
    def wizard(self) -> OfficeWizard | None:
        """The wizard while it is open."""
        return self._wizard

    def edit(self) -> None:
        """Open the wizard on the office as it is written."""
        if self._wizard is None:
            self._session.read_office()

    def _on_file(self) -> None:
        if self._session.is_new and self._wizard is None:
            self._session.read_office()

    def _open(self, state: OfficeState) -> None:
        from ui.first_start.draft import OfficeDraft
        from ui.first_start.wizard import OfficeWizard, Use

        use = Use.FIRST_START if self._session.is_new else Use.EDITING
        draft = OfficeDraft.of(state.office, state.directory)
        wizard = OfficeWizard(draft, use, state.data, self._today(), self._window)
        wizard.saved.connect(lambda told: self._session.write_office(told.office, told.respondents))
        wizard.sample_asked.connect(self._session.create_sample)
        wizard.finished.connect(self._on_closed)
        self._wizard = wizard
        wizard.open()

    def _on_written(self) -> None:
        if self._wizard is not None:
            self._wizard.accept()
        self._card.say(_WHERE)

    def _on_closed(self) -> None:
        if self._wizard is not None:
            self._wizard.deleteLater()
            self._wizard = None
