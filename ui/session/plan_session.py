"""The one object that has the data file and the open plan; views hear of both by signal."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tthc_desktop.domain.office import Office, Respondent
from tthc_desktop.domain.plan import PlanState, PlanSummary
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.ports import DataFile, UnitsOfWork
from tthc_desktop.program import Program
from ui.session.background import Background, Job, Trouble, kept
from ui.session.export_formats import EXCEL, ExportFormat
from ui.session.office_state import OfficeState, load_office
from ui.session.open_plan import OpenPlan, load_plan
from ui.session.plan_editor import PlanEditor
from ui.session.plan_importing import PlanSource, reading_job
from ui.session.plan_reading import holds_same

if TYPE_CHECKING:
    from tthc_desktop.use_cases.plan_import import ImportChoice, ImportedPlan
    from tthc_desktop.use_cases.plan_reading import PlanReading

_OPENING = "Đang mở tệp dữ liệu…"
_NOT_OPENED = "Chưa mở được tệp dữ liệu"


@dataclass(frozen=True)
class Refusal:
    """An act that was not done: the sentences, and how to try it once more."""

    title: str
    message: str
    retry: Callable[[], None]
    form: ExportFormat | None = None


@dataclass(frozen=True)
class OpenFile:
    """The data file and its plans; `units` is None while there is no file.

    `read_only` says why the file cannot be written: another writer, a read-only folder.
    """

    data_file: DataFile
    units: UnitsOfWork | None
    plans: tuple[PlanSummary, ...]
    read_only: str = ""


class PlanSession(QObject):
    """Opens, imports and exports in the worker; says what happened on the main thread."""

    plans_listed = Signal(object)
    plan_opened = Signal(object)
    file_refused = Signal(object)
    act_refused = Signal(object)
    plan_read = Signal(object)
    plan_imported = Signal(object)
    file_exported = Signal(object, object)
    office_read = Signal(object)
    office_written = Signal()
    registers_changed = Signal()

    def __init__(
        self, program: Program, data: Path | None, background: Background, wanted_plan: str = ""
    ) -> None:
        """Make a session; nothing is opened before `open_file`."""
        super().__init__()
        self._program = program
        self._data = data
        self._background = background
        self._wanted_plan = wanted_plan
        self._data_file: DataFile | None = None
        self._file: OpenFile | None = None
        self._open: OpenPlan | None = None
        self._loading: Job | None = None
        self.editor = PlanEditor(self)
        self._saves = 0
        self.editor.saved.connect(self._count_save)

    @property
    def open_plan(self) -> OpenPlan | None:
        """The plan that is shown."""
        return self._open

    @property
    def file(self) -> OpenFile | None:
        """The data file with its plans; None before it is found."""
        return self._file

    @property
    def today(self) -> date:
        """The day everything is seen on."""
        return self._program.today()

    @property
    def is_new(self) -> bool:
        """Whether there is no data file yet."""
        return self._file is not None and self._file.units is None

    def open_file(self) -> None:
        """Open the data file and list its plans."""
        self._do(_OPENING, self._opened_file, self._on_file, self._on_file_refused)

    def reopen(self, plan_id: str) -> None:
        """List the plans again and open one: after an act that made it or changed its state."""
        self._wanted_plan = plan_id
        self.open_file()

    def close_file(self) -> None:
        """Give the writer's lock back, once no job runs any more."""
        if self._data_file is not None:
            self._data_file.close()

    def select(self, plan_id: str) -> None:
        """Open a plan; one asked for before and not there yet is forgotten."""
        self._load(plan_id, None)

    def refresh(self) -> None:
        """Read the open plan again; what can be undone stays where the file holds the same."""
        if self.editor.progress is not None:
            self._load(self.editor.progress.plan.id, self.editor.progress)

    def _load(self, plan_id: str, held: PlanProgress | None) -> None:
        units = self._file.units if self._file else None
        if units is None:
            return
        if self._loading:
            self._loading.stopped.set()
        today, saves = self._program.today(), self._saves

        def work() -> tuple[OpenPlan, bool]:
            opened = load_plan(units, plan_id, today)
            return opened, held is not None and holds_same(opened.progress, held)

        def done(answer: tuple[OpenPlan, bool]) -> None:
            opened, is_held = answer
            if saves != self._saves:
                # An edit came meanwhile: what was read may be older than what is shown.
                self._load(plan_id, held and self.editor.progress)
            elif not (is_held and self._open and self._open.today == today):
                self._on_plan(opened, is_held=is_held)

        self._loading = Job(
            "Đang mở kế hoạch…",
            kept(work),
            done,
            lambda trouble: self._refuse("Chưa mở được kế hoạch", trouble, self.open_file),
            can_stop=True,
        )
        self._background.start(self._loading)

    def read_plan(self, source: PlanSource) -> None:
        """Read a plan without writing it; `plan_read` carries it to whoever shows it."""
        if self._file is None:
            return

        def failed(trouble: Trouble) -> None:
            self._refuse("Chưa nhập được kế hoạch", trouble, lambda: self.read_plan(source))

        tell, read = self._background.tell, self.plan_read.emit
        job = reading_job(self._file.data_file, source, self.today, tell, read, failed)
        self._background.start(job)

    def accept_plan(self, reading: PlanReading, choice: ImportChoice) -> None:
        """Write a plan that was read; the data file is made if there is none."""
        if self._file is None:
            return
        data_file = self._file.data_file

        def work() -> tuple[ImportedPlan, OpenFile]:
            from tthc_desktop.use_cases.plan_import import accept_plan

            return accept_plan(data_file, reading.read, choice), _listed(data_file)

        def failed(trouble: Trouble) -> None:
            again = partial(self.accept_plan, reading, choice)
            self._refuse("Chưa nhập được kế hoạch", trouble, again)

        self._do("Đang nhập kế hoạch…", work, self._on_imported, failed)

    def create_sample(self) -> None:
        """Make the data file of the sample office."""
        if self._file is None:
            return
        data_file = self._file.data_file

        def work() -> OpenFile:
            from tthc_desktop.use_cases.sample import create_sample

            create_sample(data_file)
            return _listed(data_file)

        def failed(trouble: Trouble) -> None:
            self._refuse("Chưa mở được cơ quan mẫu", trouble, self.create_sample)

        self._do("Đang mở cơ quan mẫu…", work, self._on_file, failed)

    def read_office(self) -> None:
        """Read the office for those who edit it."""
        if (found := self._file) is None:
            return

        def failed(trouble: Trouble) -> None:
            self._refuse("Chưa đọc được cơ quan", trouble, self.read_office)

        def work() -> OfficeState:
            return load_office(found.data_file, found.units)

        self._do("Đang đọc cơ quan…", work, self.office_read.emit, failed)

    def write_office(self, office: Office, respondents: tuple[Respondent, ...]) -> None:
        """Write the office with its units and groups; the data file is made if there is none."""
        if (found := self._file) is None:
            return

        def work() -> OpenFile:
            from tthc_desktop.use_cases.office_editing import write_office

            write_office(found.data_file, office, respondents)
            return _listed(found.data_file)

        def done(listed: object) -> None:
            self._on_file(listed)
            self.office_written.emit()

        def failed(trouble: Trouble) -> None:
            again = partial(self.write_office, office, respondents)
            self._refuse("Chưa lưu được cơ quan", trouble, again)

        self._do("Đang lưu cơ quan…", work, done, failed)

    def export(self, form: ExportFormat, to: Path, *, draft_mark: bool = False) -> None:
        """Write the open plan to a file; the person has agreed to replace one that is there."""
        units = self._file.units if self._file else None
        if units is None or self._open is None:
            return
        plan_id, today = self._open.plan.id, self._program.today()

        def work() -> Path:
            if form is EXCEL:
                from tthc_desktop.use_cases.sheet_export import export_sheet

                return export_sheet(units, plan_id, to, today=today, force=True)[0]
            from tthc_desktop.use_cases.plan_export import export_plan
            from ui.pages.painter import QtPagePainter

            def painter() -> QtPagePainter:
                return QtPagePainter(job.stopped.is_set)

            return export_plan(
                units, plan_id, to, new_painter=painter, force=True, draft_mark=draft_mark
            ).file

        again = partial(self.export, form, to, draft_mark=draft_mark)
        job = Job(
            form.working,
            work,
            lambda file: self.file_exported.emit(form, file),
            lambda trouble: self._refuse(form.failed, trouble, again, form),
            can_stop=form.suffix == ".pdf",
        )
        self._background.start(job)

    def _do(
        self,
        words: str,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        self._background.start(Job(words, work, done, failed))

    def _opened_file(self) -> OpenFile:
        # Kept at once, so that it is closed even if the window goes before the answer comes.
        if self._data_file is None:
            self._data_file = self._program.open_data_file(self._data)
        return _listed(self._data_file)

    def _on_file(self, found: object) -> None:
        assert isinstance(found, OpenFile)  # noqa: S101 - what the worker was told to return
        self._file = found
        self.plans_listed.emit(found.plans)
        if (chosen := self._plan_to_open(found.plans)) is not None:
            self.select(chosen.id)

    def _plan_to_open(self, plans: tuple[PlanSummary, ...]) -> PlanSummary | None:
        """Return the plan of last time, else the newest of our own, else the newest."""
        wanted = [one for one in plans if one.id == self._wanted_plan]
        own = [one for one in plans if one.state is not PlanState.REFERENCE]
        return next(iter((*wanted, *own, *plans)), None)

    def _on_file_refused(self, trouble: Trouble) -> None:
        self.file_refused.emit(Refusal(_NOT_OPENED, trouble.message, self.open_file))

    def _on_plan(self, opened: OpenPlan, *, is_held: bool = False) -> None:
        self._open = opened
        self._wanted_plan = opened.plan.id
        if self._file and self._file.units and not is_held:
            self.editor.open(self._file.units, opened.progress, self._file.read_only)
        self.plan_opened.emit(opened)
        # What the pages made of it stays as long as the plan does, as in `kept`.
        gc.freeze()

    def _on_imported(self, answer: object) -> None:
        assert isinstance(answer, tuple)  # noqa: S101 - what the worker was told to return
        imported, found = answer
        self._wanted_plan = imported.plan_id
        self._on_file(found)
        self.plan_imported.emit(imported)

    def _count_save(self) -> None:
        self._saves += 1

    def _refuse(
        self,
        title: str,
        trouble: Trouble,
        retry: Callable[[], None],
        form: ExportFormat | None = None,
    ) -> None:
        self.act_refused.emit(Refusal(title, trouble.message, retry, form))


def _listed(data_file: DataFile) -> OpenFile:
    """Return the file with its plans; for the worker."""
    if not data_file.exists():
        return OpenFile(data_file, None, ())
    from tthc_desktop.use_cases.opening import list_plans

    units = data_file.units_of_work()
    try:
        data_file.reserve()
    except StorageTrouble as trouble:
        return OpenFile(data_file, units, list_plans(units), trouble.message)
    return OpenFile(data_file, units, list_plans(units))
