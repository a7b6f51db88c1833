"""The report's text and pictures tied to the editor: typed, offered, copied."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_text_acts import ReportTextAct
from ui.plan_life.life_work import LifeWork
from ui.reports.narrative_offers import OffersDialog
from ui.reports.report_editor import ReportEditor
from ui.reports.report_pages_shown import ReportPages
from ui.reports.report_showing import ReportShowing
from ui.reports.report_tab import ReportTab


class ReportTextActs(QObject):
    """What is done to the text is written at once; the text is then read again."""

    def __init__(
        self, tab: ReportTab, pages: ReportPages, editor: ReportEditor, showing: ReportShowing,
        work: LifeWork,
    ) -> None:  # fmt: skip
        """Connect both places of the text and of the pictures."""
        super().__init__(tab)
        self._tab, self._editor, self._showing, self._work = tab, editor, showing, work
        for text in pages.texts:
            text.act_wanted.connect(self.do)
            text.offers_asked.connect(self.ask_offers)
        for pictures in pages.pictures:
            pictures.told.connect(work.card.say)
        action = work.window.actions_of_menu.report.update_text
        action.triggered.connect(lambda *_: self.ask_offers())

    def do(self, act: ReportTextAct) -> None:
        """Do an act on the text."""
        today = self._work.session.today

        def change(units: UnitsOfWork, report_id: str) -> Report:
            return act.do(units, report_id, today)

        self._editor.do(act.words, change)
        self._showing.read_text()

    def ask_offers(self) -> None:
        """Offer to write the sentences anew whose figures moved."""
        content = self._tab.content
        if content is None or self._tab.pages is None:
            return
        self._tab.pages.write_typed()
        if not self._tab.pages.text_offers(content):
            self._work.card.say("Lời văn đã theo đúng số liệu")
            return
        dialog = OffersDialog(content.sections, self._work.window)
        dialog.agreed.connect(self.do)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
