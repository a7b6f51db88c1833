"""New plans from templates, plans kept as templates, the list of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from tthc_desktop.domain.office import Office
from tthc_desktop.domain.plan import Plan
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.template_list import DescribedTemplate
from ui.plan_life.life_work import LifeWork, is_there
from ui.plan_life.name_dialog import NameDialog
from ui.plan_life.new_plan_dialog import NewPlanDialog
from ui.plan_life.template_list import TemplateList
from ui.session.wording import plan_name

_NEXT_YEAR_FROM = 10
_WHAT_IS_KEPT = (
    "Mẫu giữ lời văn và bảng nhiệm vụ; năm và tên cơ quan thành chỗ điền; số, ngày, người ký và "
    "kết quả không lấy theo."
)
Described = tuple[DescribedTemplate, ...]


class TemplateActs(QObject):
    """Lists are read in the worker; a plan made is opened at once."""

    def __init__(self, work: LifeWork) -> None:
        """Work on the open file, or on the one that is to be made."""
        super().__init__(work.window)
        self._work = work

    def new_plan(self, template_id: str = "") -> None:
        """Ask for year and template and make the plan."""
        units = self._work.units

        def read() -> tuple[Described, Office]:
            from tthc_desktop.use_cases.opening import open_office
            from tthc_desktop.use_cases.template_list import described_templates

            return described_templates(units), open_office(units) if units else Office()

        def show(found: tuple[Described, Office]) -> None:
            dialog = NewPlanDialog(*found, self._usual_year(), self._work.window)
            if template_id:
                dialog.choose(template_id)
            dialog.agreed.connect(self._make)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._work.start("Đang đọc các mẫu…", read, show, "Chưa đọc được các mẫu")

    def save(self, plan: Plan) -> None:
        """Keep *plan* as a template."""
        dialog = NameDialog(
            "Lưu thành mẫu", "Lưu thành mẫu", plan_name(plan), _WHAT_IS_KEPT, self._work.window
        )

        def agreed(name: str) -> None:
            today = self._work.session.today

            def act(units: UnitsOfWork) -> object:
                from tthc_desktop.use_cases.templates import save_as_template

                return save_as_template(units, plan.id, name, on=today)

            def done(_: object) -> None:
                if is_there(dialog):
                    dialog.accept()
                self._work.card.say(f"Đã lưu mẫu “{name}”. Xem ở Công cụ › Mẫu kế hoạch")

            self._work.run("Đang lưu mẫu…", act, done, "Chưa lưu được mẫu", over=dialog)

        dialog.agreed.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_list(self) -> None:
        """List the templates; the office's own can be renamed and taken out."""
        dialog = TemplateList(self._work.window)
        dialog.use_asked.connect(self.new_plan)
        dialog.rename_asked.connect(partial(self._rename, dialog))
        dialog.remove_asked.connect(partial(self._remove, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._list(dialog)

    def _make(self, template_id: str, year: int) -> None:
        found = self._work.session.file
        if found is None:
            return
        data_file = found.data_file

        def make() -> str:
            from tthc_desktop.use_cases.templates import new_plan_from

            return new_plan_from(data_file, template_id, year)

        def done(plan_id: str) -> None:
            self._work.open_new(plan_id, f"Đã lập kế hoạch năm {year} từ mẫu")

        self._work.start("Đang lập kế hoạch…", make, done, "Chưa lập được kế hoạch")

    def _usual_year(self) -> int:
        """Plans of the next year are written at the end of this one."""
        today = self._work.session.today
        return today.year + (today.month >= _NEXT_YEAR_FROM)

    def _list(self, dialog: TemplateList) -> None:
        def act(units: UnitsOfWork) -> Described:
            from tthc_desktop.use_cases.template_list import described_templates

            return described_templates(units)

        def show(found: Described) -> None:
            if is_there(dialog):
                dialog.show_templates(found)

        self._work.run("", act, show, "Chưa đọc được các mẫu", over=dialog)

    def _rename(self, listed: TemplateList, one: DescribedTemplate) -> None:
        what = "Các kế hoạch đã lập từ mẫu này không thay đổi."
        dialog = NameDialog("Đổi tên mẫu", "Đổi tên", one.summary.name, what, listed)

        def agreed(name: str) -> None:
            def act(units: UnitsOfWork) -> None:
                from tthc_desktop.use_cases.templates import rename_template

                rename_template(units, one.summary.id, name)

            def done(_: object) -> None:
                if is_there(dialog):
                    dialog.accept()
                self._list(listed)

            self._work.run("Đang đổi tên…", act, done, "Chưa đổi được tên mẫu", over=dialog)

        dialog.agreed.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remove(self, listed: TemplateList, one: DescribedTemplate) -> None:
        def act(units: UnitsOfWork) -> None:
            from tthc_desktop.use_cases.templates import remove_template

            remove_template(units, one.summary.id)

        def done(_: object) -> None:
            self._list(listed)

        self._work.run("Đang xóa mẫu…", act, done, "Chưa xóa được mẫu", over=listed)
