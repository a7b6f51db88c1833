"""What the check of a plan found: a line of counts and the findings, the worst first."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from tthc_desktop.domain.findings import Finding, Severity
from ui.kit import theme
from ui.plan_life.form_dialog import sentence
from ui.plan_life.place_words import place_words
from ui.plan_life.wrapped_tree import WrappedTree

_WORDS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Gợi ý"}
_CHECKING = "Đang soát thể thức…"
_NONE = "Không còn lỗi. Có thể ban hành."
_NOT_DONE = "Chưa soát được thể thức của kế hoạch này."
_LINES = 6


class FindingList(QWidget):
    """Says at first that the check runs; findings are told, they hold nobody up."""

    def __init__(self) -> None:
        """Wait for findings."""
        super().__init__()
        self.said = sentence(_CHECKING)
        self.tree: QTreeWidget = WrappedTree("Chỗ còn phải xem", ("Mức", "Chỗ", "Cần sửa"), 2)
        self.tree.setFixedHeight(_LINES * (theme.line_height(theme.font()) + 8) + 30)
        self.tree.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.said)
        layout.addWidget(self.tree)

    def show_findings(self, findings: tuple[Finding, ...] | None) -> None:
        """Show what was found; None where the check could not be done."""
        self.tree.clear()
        order = list(Severity)
        for one in sorted(findings or (), key=lambda each: order.index(each.severity)):
            item = QTreeWidgetItem([_WORDS[one.severity], place_words(one.where), one.message])
            item.setToolTip(2, "\n".join(filter(None, (one.quote, one.suggestion))))
            self.tree.addTopLevelItem(item)
        self.tree.setVisible(bool(findings))
        self.said.setText(_NOT_DONE if findings is None else _counted(findings))


def _counted(findings: tuple[Finding, ...]) -> str:
    counts = {level: sum(one.severity is level for one in findings) for level in Severity}
    words = [f"{count} {_WORDS[level].lower()}" for level, count in counts.items() if count]
    if not words:
        return _NONE
    if counts[Severity.ERROR]:
        return f"Soát thể thức: còn {', '.join(words)}. Nên sửa trước khi ban hành."
    return f"Soát thể thức: không có lỗi, còn {', '.join(words)}."
