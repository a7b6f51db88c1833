"""Sending progress sheets: asked for, written, said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.domain.plan import Plan
from tthc_desktop.ports import UnitsOfWork
from ui.kit.message_card import Offer
from ui.kit.question import ask
from ui.kit.trouble import open_place
from ui.plan_life.life_work import LifeWork, is_there
from ui.session.settings import Settings
from ui.sheets.period_box import usual_period
from ui.sheets.send_dialog import SendDialog
from ui.sheets.sending import SendFacts, SendOrder, send, send_facts

_PURPOSE = "gui-phieu"
_NOT_SENT = "Chưa tạo được phiếu"


class SendActs(QObject):
    """One dialog at a time; `sent` says that sheets were written."""

    sent = Signal()

    def __init__(self, work: LifeWork, settings: Settings) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work, self._settings = work, settings

    def ask(self, plan: Plan) -> None:
        """Ask whom to send the sheets of *plan* to."""
        today = self._work.session.today
        folder = self._settings.folder(_PURPOSE)
        period = usual_period(plan.year, today)
        dialog = SendDialog(plan.year, period, folder, today, self._work.window)
        dialog.facts_asked.connect(lambda key: self._read(dialog, plan.id, key))
        dialog.folder_asked.connect(lambda: self._ask_folder(dialog))
        dialog.agreed.connect(lambda order: self._agree(dialog, order))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._read(dialog, plan.id, period)

    def _read(self, dialog: SendDialog, plan_id: str, period: str) -> None:
        today = self._work.session.today

        def act(units: UnitsOfWork) -> SendFacts:
            return send_facts(units, plan_id, period, today)

        def show(facts: SendFacts) -> None:
            if is_there(dialog):
                dialog.show_facts(facts)

        self._work.run("", act, show, _NOT_SENT, over=dialog)

    def _ask_folder(self, dialog: SendDialog) -> None:
        chooser = QFileDialog(dialog, "Thư mục lưu phiếu")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.setDirectory(dialog.folder.text())
        chooser.fileSelected.connect(lambda folder: dialog.take_folder(Path(folder)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _agree(self, dialog: SendDialog, order: SendOrder) -> None:
        present = order.present
        if not present:
            self._send(dialog, order)
            return
        words = "Trong thư mục đã có: " + "; ".join(present) + ". Phiếu mới thay các tệp này."
        yes = (f"Thay {len(present)} tệp", lambda: self._send(dialog, order))
        ask(dialog, "Thay phiếu đã có", words, yes, "Giữ lại")

    def _send(self, dialog: SendDialog, order: SendOrder) -> None:
        today = self._work.session.today
        self._settings.remember_folder(_PURPOSE, order.folder)

        def act(units: UnitsOfWork) -> tuple[Path, ...]:
            return send(units, order, today)

        def done(files: tuple[Path, ...]) -> None:
            if is_there(dialog):
                dialog.accept()
            offers: tuple[Offer, ...] = (("Mở thư mục", lambda: open_place(order.folder)),)
            self._work.card.say(f"Đã tạo {len(files)} phiếu, ghi là đã gửi", offers)
            self.sent.emit()

        self._work.run("Đang tạo phiếu…", act, done, _NOT_SENT, over=dialog)
