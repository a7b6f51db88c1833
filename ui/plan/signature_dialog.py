"""Chữ ký: a signer of the office, or a form of authority, or what is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.office import Office, Signer
from tthc_desktop.domain.plan import Plan
from tthc_desktop.use_cases.plan_field_acts import set_signature
from tthc_desktop.use_cases.signing_forms import signing_forms
from tthc_desktop.use_cases.text_act import TextAct
from ui.first_start.form_parts import labelled
from ui.kit.text_fields import line_edit, text_of
from ui.plan.choice_rows import choice_box, choice_rows
from ui.plan_life.form_dialog import FormDialog, say_if_any, sentence, text_edit

_LINES = 3
_ROWS = 4


class SignatureDialog(FormDialog):
    """Choosing fills the lines and the name; both can be typed."""

    def __init__(
        self, plan: Plan, office: Office, do: Callable[[TextAct], bool], parent: QWidget
    ) -> None:
        """Show the signature of *plan*; *do* writes it."""
        super().__init__("Chữ ký", "Ghi chữ ký", parent, width=560)
        self._do = do
        self._signers = office.signers
        self._forms = signing_forms()
        names = (f"{one.name} – {' / '.join(_lines(one))}" for one in self._signers)
        rows = min(max(len(self._signers), 2), _ROWS)
        self.signers = choice_rows("Người ký của cơ quan", names, rows)
        # Chosen by a person: the list makes its first row the current one by itself.
        self.signers.itemSelectionChanged.connect(self._take_signer)
        forms = ("Giữ như đang có", *(one.name for one in self._forms))
        self.forms = choice_box("Quyền hạn của người ký", forms)
        self.forms.activated.connect(self._take_form)
        self.note = sentence(is_secondary=True)
        self.lines = text_edit("Quyền hạn, chức vụ", lines=_LINES)
        self.lines.setPlainText("\n".join(plan.signature.lines))
        self.name = line_edit(
            "Họ và tên", plan.signature.name, suggestions=(one.name for one in self._signers)
        )
        if self._signers:
            self.content.addLayout(labelled("Người ký của cơ quan", self.signers))
        self.content.addLayout(labelled("Quyền hạn của người ký", self.forms, self.note))
        self.content.addLayout(labelled("Quyền hạn, chức vụ (mỗi dòng một dòng in)", self.lines))
        self.content.addLayout(labelled("Họ và tên", self.name))
        say_if_any(self.note, "")
        self.fit()
        (self.signers if self._signers else self.forms).setFocus()

    def agree(self) -> None:
        """Write the signature."""
        self._do(set_signature(self.lines.toPlainText().split("\n"), text_of(self.name)))
        self.accept()

    def _take_signer(self) -> None:
        for index in self.signers.selectedIndexes():
            one = self._signers[index.row()]
            self.lines.setPlainText("\n".join(_lines(one)))
            self.name.setText(one.name)

    def _take_form(self, place: int) -> None:
        if not place:
            return
        form = self._forms[place - 1]
        self.lines.setPlainText("\n".join(form.lines))
        say_if_any(self.note, form.note)


def _lines(signer: Signer) -> tuple[str, ...]:
    return tuple(line for line in (signer.authority, signer.position) if line)
