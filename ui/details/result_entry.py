"""The entry of a period's result: for a unit, or as the Văn phòng's closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tthc_desktop.domain.evidence_text import told_documents
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.domain.task import Task
from tthc_desktop.use_cases.evidence_acts import pieces_of
from tthc_desktop.use_cases.task_history import OFFICE_CLOSING
from ui.details.entry_fields import EntryFields, field_height
from ui.details.evidence_list import EvidenceList
from ui.details.kept_drafts import KeptDrafts, Key
from ui.details.occurrence_lines import answer_words, entry_title
from ui.details.result_draft import (
    REASON_ASKED,
    ResultDraft,
    asks_reason,
    draft_of,
    record_of,
    troubles_of,
)
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import name_choices

_CLOSING = ""
_COORDINATING = frozenset({"result", "difficulty", "note"})
_ALL = frozenset(
    {"state", "percent", "result", "evidence", "done_on", "reason", "difficulty", "note"}
)
_REASON_HINT = "Bắt buộc khi ghi Hoàn thành sau hạn."
Recorder = Callable[[Occurrence, str | None, Record], bool]


class ResultEntry(QWidget):
    """Keeps what was typed and not recorded, period by period and unit by unit."""

    unit_chosen = Signal(str)

    def __init__(self, record: Recorder, parent: QWidget | None = None) -> None:
        """Make an entry of nothing; *record* writes a result and says whether it was done."""
        super().__init__(parent)
        self._record = record
        self._today = date.min
        self._progress: PlanProgress | None = None
        self._task: Task | None = None
        self._occurrence: Occurrence | None = None
        self._drafts = KeptDrafts()
        self._loaded = ResultDraft()
        self._title = QLabel()
        self._title.setFont(theme.font(strong=True))
        self.units = QComboBox()
        name_choices(self.units, "Đơn vị ghi kết quả")
        self.units.setMinimumHeight(field_height())
        self.fields = EntryFields(self)
        self.evidence = EvidenceList()
        self.save = AppButton("Lưu kết quả", ButtonKind.PLAIN)
        self.save.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.answer = QLabel(wordWrap=True)
        self.answer.setFont(theme.font(theme.HEADER_PT))
        theme.make_secondary(self.answer)
        self._lay_out()
        self.units.currentIndexChanged.connect(self._on_unit)
        self.fields.changed.connect(self._on_typed)
        self.fields.state_chosen.connect(self._on_state)
        self.save.clicked.connect(self.ask)

    @property
    def unit(self) -> str | None:
        """The unit whose result it is; None for the Văn phòng's closing."""
        return self.units.currentData() or None

    @property
    def occurrence(self) -> Occurrence | None:
        """The period whose result it is."""
        return self._occurrence

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not recorded."""
        return self.fields.draft != self._loaded

    def show_occurrence(
        self, progress: PlanProgress, task: Task, occurrence: Occurrence, today: date
    ) -> None:
        """Show a period's result; what was typed for it before is there again."""
        self._today = today
        self.fields.done_on.set_today(today)
        is_other = self._occurrence is None or self._occurrence.id != occurrence.id
        self._progress, self._task, self._occurrence = progress, task, occurrence
        self._title.setText(entry_title(occurrence))
        self._offer_units(None if is_other else self.units.currentData())
        self._load()

    def choose_unit(self, unit: str) -> None:
        """Choose whose result it is."""
        self.units.setCurrentIndex(max(self.units.findData(unit), 0))

    def forget(self) -> None:
        """Forget what was typed: another plan is shown."""
        self._drafts.clear()
        self._occurrence = None

    def take_focus(self) -> None:
        """Let the keys go to the first field."""
        wanted = self.fields.state if self._leads() else self.fields.result
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self) -> None:
        """Ask for the result to be recorded, or say what is wrong at the first wrong field."""
        if self._occurrence is None or not self.is_changed:
            return
        draft = self.fields.draft
        troubles = troubles_of(draft, self._occurrence, self._today)
        self.fields.say(troubles)
        if troubles:
            self.fields.by_name[next(iter(troubles))].label.buddy().setFocus()
            self._ask_reason(draft, troubles)
            return
        key, loaded = self._key(), self._loaded
        self._drafts.forget(key)
        if not self._record(self._occurrence, self.unit, record_of(draft, self._today.year)):
            # Refused: what was typed stays.
            self._drafts.keep(key, draft, loaded)
            self._mark()

    def _lay_out(self) -> None:
        fields = self.fields.by_name
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self.units)
        first = QHBoxLayout()
        first.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        first.addWidget(fields["state"], 3, top)
        first.addWidget(fields["percent"], 2, top)
        layout.addLayout(first)
        layout.addWidget(fields["evidence"])
        layout.addWidget(self.evidence)
        for name in ("reason", "result", "done_on", "difficulty"):
            layout.addWidget(fields[name])
        layout.addWidget(self.answer)
        layout.addWidget(fields["note"])
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)

    def _offer_units(self, wanted: str | None) -> None:
        progress, task = self._known()
        leading = progress.lead_units(task)
        with QSignalBlocker(self.units):
            self.units.clear()
            for unit in leading:
                self.units.addItem(progress.directory.get(unit).name, unit)
            self.units.addItem(OFFICE_CLOSING, _CLOSING)
            for unit in progress.coordinating_units(task):
                self.units.addItem(f"{progress.directory.get(unit).name} (phối hợp)", unit)
            first = self._first_open(leading)
            place = self.units.findData(wanted if wanted is not None else first)
            self.units.setCurrentIndex(max(place, 0))
        self.units.setVisible(self.units.count() > 1)

    def _first_open(self, leading: tuple[str, ...]) -> str:
        """Return the first leading unit that is not done yet; else the first."""
        progress, task = self._known()
        assert self._occurrence is not None  # noqa: S101 - nothing is shown without one
        for unit in leading:
            if progress.unit_record(task, self._occurrence, unit).state is not State.DONE:
                return unit
        return leading[0] if leading else _CLOSING

    def _load(self) -> None:
        leads = self._leads()
        self.fields.offer_states(is_closing=self.unit is None)
        self.fields.show_only(_ALL if leads else _COORDINATING)
        self._loaded = draft_of(self._stored())
        draft = self._drafts.over(self._key(), self._loaded)
        self.fields.show_draft(draft)
        self.evidence.setVisible(leads)
        self.evidence.show_pieces(pieces_of(self._present(), self.unit))
        self._offer_told(draft)
        self._show_answer()
        self.fields.say({})
        self._ask_reason(draft, {})
        self._mark()

    def _offer_told(self, draft: ResultDraft) -> None:
        known = [one.words for one in pieces_of(self._present(), self.unit)]
        told = (one for one in told_documents(draft.evidence) if one.words not in known)
        self.evidence.offer(next(told, None))

    def _show_answer(self) -> None:
        words = answer_words(self._present(), self.unit)
        self.answer.setText(words)
        self.answer.setVisible(bool(words))

    def _present(self) -> Occurrence:
        """Return the period as it is recorded now."""
        progress, task = self._known()
        assert self._occurrence is not None  # noqa: S101 - nothing is shown without one
        known = {one.id: one for one in progress.of_task(task)}
        return known.get(self._occurrence.id, self._occurrence)

    def _stored(self) -> Record:
        progress, task = self._known()
        occurrence = self._present()
        if self.unit is None:
            return occurrence.closing or Record()
        return progress.unit_record(task, occurrence, self.unit)

    def _known(self) -> tuple[PlanProgress, Task]:
        assert self._progress is not None  # noqa: S101 - nothing is shown without a plan
        assert self._task is not None  # noqa: S101
        return self._progress, self._task

    def _leads(self) -> bool:
        if self._progress is None or self._task is None:
            return True
        return self.unit is None or self.unit in self._progress.lead_units(self._task)

    def _key(self) -> Key:
        return (self._occurrence.id if self._occurrence else "", self.unit or _CLOSING)

    def _on_unit(self) -> None:
        if self._occurrence is not None:
            self._load()
            self.unit_chosen.emit(self.unit or _CLOSING)

    def _on_state(self, state: State | None) -> None:
        before = replace(self.fields.draft, state=self._last_state())
        self.fields.show_draft(before.with_state(state, self._today))
        self._on_typed()

    def _last_state(self) -> State | None:
        return self._drafts.typed(self._key(), self._loaded).state

    def _on_typed(self) -> None:
        draft = self.fields.draft
        self._drafts.keep(self._key(), draft, self._loaded)
        if self._occurrence is not None:
            self._offer_told(draft)
        wrong = [name for name, field in self.fields.by_name.items() if field.trouble]
        if wrong and self._occurrence is not None:
            found = troubles_of(draft, self._occurrence, self._today)
            self.fields.say({name: found[name] for name in wrong if name in found})
        self._ask_reason(draft, {})
        self._mark()

    def _ask_reason(self, draft: ResultDraft, troubles: dict[str, str]) -> None:
        """Say before one tries that a late period needs its reason."""
        field = self.fields.by_name["reason"]
        if "reason" in troubles or field.trouble or self._occurrence is None:
            return
        asks = asks_reason(draft, self._occurrence, self._today) and self._leads()
        is_open = self.unit is None and draft.state is None
        wanted = asks and not draft.reason.strip() and not is_open
        self.fields.reason.setPlaceholderText("Lý do chậm (bắt buộc)" if wanted else "")
        self.fields.reason.setToolTip(REASON_ASKED if wanted else _REASON_HINT)
        field.say("", asks=wanted)

    def _mark(self) -> None:
        self.save.setEnabled(self.is_changed)
