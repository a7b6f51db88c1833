"""Saving and its second net: what the status bar says, restore points, bringing one back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tthc_desktop.ports import BackupInfo, DataFile
from ui.frame.backup_list import BackupList, when
from ui.kit import theme
from ui.kit.message_card import MessageCard
from ui.kit.trouble import tell
from ui.main_window import MainWindow
from ui.session.background import Background, Job, Trouble
from ui.session.plan_session import PlanSession

_POINT, _ASKED = "điểm khôi phục", "sao lưu theo yêu cầu"
_OLD_DAYS = 3
NO_BACKUP = "Chưa có bản sao lưu"
_NOT_SAVED = "Chưa lưu được"


class BackupActs(QObject):
    """Backups are made and listed in the worker; restoring opens everything anew."""

    told = Signal()

    def __init__(
        self, window: MainWindow, session: PlanSession, background: Background, card: MessageCard
    ) -> None:
        """Connect what the menu offers and what the status bar shows."""
        super().__init__(window)
        self._window, self._session = window, session
        self._background, self._card = background, card
        self._backups: tuple[BackupInfo, ...] = ()
        self._refusal = ""
        actions = window.actions_of_menu
        actions.save_point.triggered.connect(self._save_point)
        actions.back_up.triggered.connect(self._back_up)
        actions.restore.triggered.connect(self.show_list)
        window.status.backup.clicked.connect(self.show_list)
        window.status.saved.clicked.connect(self._explain)
        session.plans_listed.connect(lambda _: self._list())
        session.editor.saved.connect(self._on_saved)
        session.editor.refused.connect(self._on_refused)

    def show_list(self) -> None:
        """Show the backups there are; the chosen one can be brought back."""
        shown = BackupList(self._backups, self._session.today, self._window)
        shown.restore_asked.connect(self._restore)
        shown.finished.connect(shown.deleteLater)
        shown.open()

    def _save_point(self) -> None:
        commit_open_editor()
        self._make(_POINT, "Đã lưu điểm khôi phục")

    def _back_up(self) -> None:
        commit_open_editor()
        self._make(_ASKED, "Đã sao lưu")

    def _make(self, reason: str, done: str) -> None:
        def made(_: object) -> None:
            self._card.say(done)
            self._on_saved(datetime.now().astimezone())
            self._list()

        self._run("Đang sao lưu…", lambda file: file.back_up(reason), made, "Chưa sao lưu được")

    def _list(self) -> None:
        self._run("", lambda file: file.backups(), self._on_listed, "")

    def _restore(self, chosen: BackupInfo) -> None:
        def restored(_: object) -> None:
            self._card.say(f"Đã khôi phục bản {when(chosen.made_at, self._session.today)}")
            self._session.open_file()

        self._run(
            "Đang khôi phục…", lambda file: file.restore(chosen.file), restored,
            "Chưa khôi phục được",
        )  # fmt: skip

    def _run(
        self,
        words: str,
        act: Callable[[DataFile], object],
        done: Callable[[object], None],
        title: str,
    ) -> None:
        found = self._session.file
        if found is None or found.units is None:
            return
        data_file = found.data_file

        def failed(trouble: Trouble) -> None:
            if title:
                tell(self._window, title, trouble.message)

        self._background.start(Job(words, lambda: act(data_file), done, failed))

    def _on_listed(self, backups: object) -> None:
        assert isinstance(backups, tuple)  # noqa: S101 - what the worker was told to return
        self._backups = backups
        part, today = self._window.status.backup, self._session.today
        if not backups:
            part.say(NO_BACKUP)
        else:
            made = datetime.fromisoformat(backups[0].made_at)
            is_old = (today - made.date()).days > _OLD_DAYS
            tone = theme.caution(part.palette())[0] if is_old else None
            part.say(f"Sao lưu gần nhất: {when(backups[0].made_at, today)}", tone=tone)
        self.told.emit()

    def _on_saved(self, at: datetime) -> None:
        self._refusal = ""
        self._window.status.saved.say(f"Đã lưu lúc {at:%H:%M}", icon="check")

    def _on_refused(self, _title: str, message: str) -> None:
        self._refusal = message
        first = message.split(". ", maxsplit=1)[0].rstrip(".")
        part = self._window.status.saved
        part.say(
            f"{_NOT_SAVED}: {first[:1].lower()}{first[1:]}",
            icon="state-overdue",
            tone=theme.alarm(part.palette())[0] if theme.is_ours(part.palette()) else None,
        )

    def _explain(self) -> None:
        if self._refusal:
            tell(self._window, _NOT_SAVED, self._refusal)
        else:
            self._card.say("Mọi thay đổi đã nằm trong tệp dữ liệu")


def commit_open_editor() -> None:
    """Take over what is being typed in a cell: its view stores it when the focus leaves."""
    focused = QApplication.focusWidget()
    if focused is None:
        return
    above: QWidget | None = focused.parentWidget()
    while above is not None and above.focusPolicy() == Qt.FocusPolicy.NoFocus:
        above = above.parentWidget()
    if above is not None:
        above.setFocus(Qt.FocusReason.OtherFocusReason)
