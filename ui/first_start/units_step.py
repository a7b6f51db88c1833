"""Step 2: phòng and đơn vị trực thuộc with their other names, and groups of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.office import Respondent, RespondentKind
from ui.first_start.draft import GroupDraft, OfficeDraft, joined, unit_of
from ui.first_start.form_parts import heading, hint, title
from ui.first_start.known_names import DIVISIONS
from ui.first_start.rows_model import Row, RowsModel
from ui.first_start.rows_table import RowsTable
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.choice_list import ChoiceList

_HEADINGS = ("Tên phòng, đơn vị", "Tên gọi khác", "Tên cũ")
_HINTS = ("Thêm phòng…", "", "")
_GROUP_HEADINGS = ("Nhóm", "Thành viên")
_GROUP_HINTS = ("Thêm nhóm…", "")
_EVERY = "Mọi phòng"


class UnitsStep(QWidget):
    """The units in a list to type or paste in; a group's members are ticked beside it."""

    changed = Signal()

    def __init__(self, draft: OfficeDraft) -> None:
        """Show the units and groups of *draft* and edit them there."""
        super().__init__()
        self._draft = draft
        self.units = RowsTable(
            "Phòng và đơn vị trực thuộc",
            RowsModel(_HEADINGS, _HINTS),
            {0: DIVISIONS},
            (46, 31, 23),
        )
        self.groups = RowsTable(
            "Nhóm phòng, đơn vị", RowsModel(_GROUP_HEADINGS[:1], _GROUP_HINTS[:1]), {}, (1,)
        )
        self.groups.horizontalHeader().hide()
        self.groups.setMinimumHeight(self.groups.verticalHeader().defaultSectionSize() * 3)
        self.members = ChoiceList("Thành viên của nhóm")
        self._known = {one.id: one for one in draft.units}
        self.units.rows.set_rows(
            Row(
                [one.name, joined(one.aliases), joined(tuple(n.name for n in one.former_names))],
                one.id,
            )
            for one in draft.units
        )
        self.groups.rows.set_rows(Row([one.name], one.source.id) for one in draft.groups)
        self._lay_out()
        self.units.rows.edited.connect(self._on_units_edited)
        self.groups.rows.edited.connect(self._on_groups_edited)
        self.groups.selectionModel().currentChanged.connect(lambda *_: self._show_members())
        self.groups.rows.modelReset.connect(self._show_members)
        self.members.changed.connect(self._on_members)
        self.groups.setCurrentIndex(self.groups.rows.index(0, 0))
        self._show_members()

    def take_focus(self) -> None:
        """Begin in the first empty row."""
        model = self.units.rows
        self.units.setFocus()
        self.units.setCurrentIndex(model.index(model.rowCount() - 1, 0))

    def _on_units_edited(self) -> None:
        self._draft.units = [self._unit(row) for row in self.units.rows.rows if row.cells[0]]
        self._show_members()
        self.changed.emit()

    def _unit(self, row: Row) -> Respondent:
        unit = unit_of(self._known.get(row.key), *row.cells)
        row.key = unit.id
        self._known[unit.id] = unit
        return unit

    def _on_groups_edited(self) -> None:
        known = {one.source.id: one for one in self._draft.groups}
        groups: list[GroupDraft] = []
        for row in self.groups.rows.rows:
            found = known.get(row.key) or GroupDraft(
                Respondent(new_id(), RespondentKind.GROUP, row.cells[0])
            )
            found.source = replace(found.source, name=row.cells[0], confirmed=True)
            row.key = found.source.id
            groups.append(found)
        self._draft.groups = groups
        self._show_members()
        self.changed.emit()

    @property
    def _group(self) -> GroupDraft | None:
        place = self.groups.currentIndex().row()
        return self._draft.groups[place] if 0 <= place < len(self._draft.groups) else None

    def _show_members(self) -> None:
        group, units = self._group, tuple(self._draft.units)
        self.members.setEnabled(group is not None)
        self.every.setEnabled(group is not None)
        self.members.set_entries(
            ((one.id, one.name) for one in units), group.members(units) if group else ()
        )
        self._say_members(group)

    def _say_members(self, group: GroupDraft | None) -> None:
        if group is None:
            self._members_title.setText("Thành viên: chọn hoặc thêm một nhóm")
            return
        count = len(group.members(tuple(self._draft.units)))
        how = "mọi phòng, cả phòng thêm sau" if group.follows else f"{count} đơn vị"
        self._members_title.setText(f"Thành viên: {how}")

    def _on_members(self) -> None:
        if (group := self._group) is not None:
            group.follows = False
            group.source = replace(group.source, members=self.members.ticked)
            self._say_members(group)
            self.changed.emit()

    def _take_every(self) -> None:
        if (group := self._group) is not None:
            group.follows = True
            self._show_members()
            self.changed.emit()

    def _lay_out(self) -> None:
        self.every = AppButton("Lấy mọi phòng", ButtonKind.LINK)
        self.every.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.every.clicked.connect(self._take_every)
        self._members_title = hint("")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(4)
        left.addWidget(title("Phòng và đơn vị trực thuộc", self.units))
        left.addWidget(self.units, 1)
        left.addWidget(
            hint(
                "Dán được cả danh sách từ Excel (Ctrl+V). Nhiều tên trong một ô cách nhau bằng “;”."
            )
        )
        right.addWidget(title("Nhóm", self.groups))
        right.addWidget(self.groups, 2)
        right.addWidget(self._members_title)
        right.addWidget(self.members, 3)
        right.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        columns = QHBoxLayout()
        columns.setSpacing(theme.scaled(16))
        columns.addLayout(left, 64)
        columns.addLayout(right, 36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading("Các phòng, đơn vị"))
        layout.addWidget(
            hint(
                "Tên ở đây dùng để nhận ra ai chủ trì, ai phối hợp trong kế hoạch. "
                "Đơn vị trực thuộc ghi cùng danh sách."
            )
        )
        layout.addSpacing(theme.scaled(8))
        layout.addLayout(columns, 1)
