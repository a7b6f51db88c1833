"""Whatever is done to a plan's text: undone it is as before, done again as after, in the file."""

import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from db.data_file import SqliteDataFile
from db.unit_of_work import SqlUnitsOfWork
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.plan import BlockKind, Plan
from tthc_desktop.domain.style import Style
from tthc_desktop.domain.text_run import Run, plain_runs
from tthc_desktop.use_cases import plan_field_acts as fields
from tthc_desktop.use_cases import plan_outline_acts as outline
from tthc_desktop.use_cases import plan_text_acts as acts
from tthc_desktop.use_cases.opening import list_plans, open_plan
from tthc_desktop.use_cases.paragraph_guess import Pasted, paste
from tthc_desktop.use_cases.text_act import TextAct
from ui.session.plan_editor import PlanEditor

WORDS = ("Rà soát", "- Việc", "2. Khoản", "", "a) Điểm;", "Căn cứ Luật")


def a_block(plan: Plan, chance: random.Random, *, table: bool = False) -> str:
    lists = [plan.blocks, *(one.blocks for one in plan.annexes)]
    known = [one.id for blocks in lists for one in blocks
             if table or one.kind is not BlockKind.TABLE]  # fmt: skip
    return chance.choice(known)


def typed(plan: Plan, chance: random.Random) -> TextAct:
    runs = (*plain_runs(chance.choice(WORDS)), Run(" đậm", bold=True))
    key = chance.choice(("", "visit 1"))
    return acts.set_words(a_block(plan, chance), runs, key)


def pasted(plan: Plan, chance: random.Random) -> TextAct:
    lines = [Pasted(plain_runs(chance.choice(WORDS) or "x")) for _ in range(chance.randint(1, 4))]
    lines.append(Pasted(rows=(("một", "hai"),)))
    ids = [acts.newcomer_id() for _ in lines]
    return paste(a_block(plan, chance), chance.randint(0, 9), lines, ids)


def dropped(plan: Plan, chance: random.Random) -> TextAct:
    target = a_block(plan, chance, table=True)
    return outline.move_beside(a_block(plan, chance), target, after=chance.random() < 0.5)


Make = Callable[[Plan, random.Random], TextAct]
MAKERS: tuple[Make, ...] = (
    typed,
    pasted,
    dropped,
    lambda plan, chance: acts.split(a_block(plan, chance), chance.randint(0, 40), "n" + new_id()),
    lambda plan, chance: acts.join_with_before(a_block(plan, chance)),
    lambda plan, chance: acts.recognise(a_block(plan, chance)),
    lambda plan, chance: acts.format_words(a_block(plan, chance), 2, 9, italic=True),
    lambda plan, chance: acts.insert_after(
        a_block(plan, chance, table=True), chance.choice(list(Style)), acts.newcomer_id()
    ),
    lambda plan, chance: acts.delete_blocks(outline.part_of(plan, a_block(plan, chance)), "xóa"),
    lambda plan, chance: outline.move(a_block(plan, chance, table=True), chance.choice((-1, 1))),
    lambda plan, chance: outline.promote(a_block(plan, chance)),
    lambda plan, chance: outline.demote(a_block(plan, chance)),
    lambda plan, chance: outline.set_style((a_block(plan, chance),), chance.choice(list(Style))),
    lambda _, chance: fields.set_title(f"Tên {chance.randint(0, 9)}"),
    lambda _, chance: fields.set_recipients([f"Sở {chance.randint(0, 9)}"], "VT", ""),
    lambda _, chance: fields.set_signature(["GIÁM ĐỐC"], f"Lê {chance.randint(0, 9)}"),
    lambda *_: fields.add_legal_basis("Căn cứ Luật Mẫu;", acts.newcomer_id()),
    lambda *_: fields.add_annex(acts.newcomer_id()),
    lambda plan, chance: fields.remove_annex(chance.choice(plan.annexes).id),
    lambda plan, chance: fields.set_annex(chance.choice(plan.annexes).id, title="Tên mới"),
)  # fmt: skip


@pytest.fixture(scope="module")
def opened(
    sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[SqlUnitsOfWork, str]]:
    path = tmp_path_factory.mktemp("undo") / "du-lieu.tthc"
    path.write_bytes(sample_file.read_bytes())
    file = SqliteDataFile(path)
    file.reserve()
    units = file.units_of_work()
    yield units, next(one.id for one in list_plans(units) if "Kiểm soát" in one.title)
    file.close()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32 - 1), count=st.integers(1, 12))
def test_undo_all_is_as_before_and_redo_all_as_after(
    opened: tuple[SqlUnitsOfWork, str], qapp: QApplication, seed: int, count: int
) -> None:
    units, plan_id = opened
    chance = random.Random(seed)
    before = open_plan(units, plan_id)
    editor = PlanEditor()
    editor.open(units, before)
    for _ in range(count):
        assert editor.progress is not None
        act = chance.choice(MAKERS)(editor.progress.plan, chance)
        editor.do_text(act.words, act.change, act.merges_as)
    assert editor.progress is not None
    after = editor.progress.plan
    assert open_plan(units, plan_id).plan == after
    while editor.stack.canUndo():
        editor.stack.undo()
    assert open_plan(units, plan_id) == before
    while editor.stack.canRedo():
        editor.stack.redo()
    assert open_plan(units, plan_id).plan == after
    while editor.stack.canUndo():
        editor.stack.undo()
    assert open_plan(units, plan_id) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_what_was_written_outlives_a_kill(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "du-lieu.tthc"
    path.write_bytes(sample_file.read_bytes())
    child = os.fork()
    if not child:
        file = SqliteDataFile(path)
        units = file.units_of_work()
        plan_id = list_plans(units)[0].id
        editor = PlanEditor()
        editor.open(units, open_plan(units, plan_id))
        act = fields.set_title("Còn lại sau khi bị ngắt")
        editor.do_text(act.words, act.change)
        os.kill(os.getpid(), signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    titles = [one.title for one in list_plans(SqliteDataFile(path).units_of_work())]
    assert "Còn lại sau khi bị ngắt" in titles
