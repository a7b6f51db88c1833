"""Evidence of a period: kept with the result, told in its text, taken back whole."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tests.sheets.merging import Sent
from tests.sheets.returned_files import edit, put
from tests.use_cases.test_task_acts import content, plan_of
from tthc_desktop.domain.evidence import Evidence, EvidenceKind
from tthc_desktop.domain.evidence_text import rebased, told_documents, with_words, without_words
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases import task_acts
from tthc_desktop.use_cases.attachments import attachment_content, held_file, read_file
from tthc_desktop.use_cases.difficulties import recorded_difficulties
from tthc_desktop.use_cases.difficulty_acts import answer_difficulty
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.evidence_acts import put_evidence, remove_evidence

REPORT = Evidence(
    "a" * 32, EvidenceKind.DOCUMENT, None, "12/BC-VP", date(2026, 3, 5), "kết quả rà soát"
)
WORDS = "Báo cáo số 12/BC-VP ngày 05/03/2026 về kết quả rà soát"


@pytest.fixture
def data_file(sample: Path) -> Iterator[SqliteDataFile]:
    file = SqliteDataFile(sample)
    yield file
    file.close()


def led_by_one(progress: PlanProgress) -> tuple[Task, Occurrence, str]:
    """Return a task that one unit leads, with its last period, which has no record."""
    for row in progress.leaves():
        units = progress.lead_units(row.task)
        occurrence = progress.of_task(row.task)[-1]
        if len(units) == 1 and progress.coordinating_units(row.task) and not occurrence.units:
            return row.task, occurrence, units[0]
    raise AssertionError


def now(progress: PlanProgress, occurrence: Occurrence) -> Occurrence:
    return next(one for one in progress.occurrences[occurrence.task_id] if one.id == occurrence.id)


def of(piece: Evidence, unit: str | None) -> Evidence:
    return Evidence(
        piece.id, piece.kind, unit, piece.number, piece.issued_on, piece.subject, piece.link,
        piece.attachment_id, piece.note,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        (REPORT, WORDS),
        (
            Evidence("1", EvidenceKind.DOCUMENT, number="155/SVH-VP"),
            "Văn bản số 155/SVH-VP",
        ),
        (
            Evidence("1", EvidenceKind.DOCUMENT, number="Công văn số 7/SVH", subject="v/v rà soát"),
            "Công văn số 7/SVH v/v rà soát",
        ),
        (
            Evidence("1", EvidenceKind.MINUTES, issued_on=date(2026, 2, 1), subject="cuộc họp"),
            "Biên bản ngày 01/02/2026 về cuộc họp",
        ),
        (Evidence("1", EvidenceKind.FILE, subject="ket-qua.pdf"), "Tệp: ket-qua.pdf"),
        (
            Evidence("1", EvidenceKind.PHOTO, issued_on=date(2026, 2, 1), subject="niêm yết"),
            "Ảnh chụp ngày 01/02/2026: niêm yết",
        ),
        (
            Evidence("1", EvidenceKind.LINK, link="https://so.example.vn/a;b"),
            "Liên kết: https://so.example.vn/a,b",
        ),
        (
            Evidence("1", EvidenceKind.LINK, subject="tin bài", link="https://so.example.vn"),
            "Liên kết: tin bài (https://so.example.vn)",
        ),
        (
            Evidence("1", EvidenceKind.SYSTEM, subject="766 tháng 3"),
            "Số liệu hệ thống: 766 tháng 3",
        ),
    ],
)
def test_a_piece_is_told_in_one_line(piece: Evidence, words: str) -> None:
    assert piece.words == words


def test_words_come_once_and_go_only_where_they_stand_alone() -> None:
    assert with_words("", WORDS) == WORDS
    assert with_words("ảnh chụp", WORDS) == f"ảnh chụp; {WORDS}"
    assert with_words(f"Đã gửi {WORDS}.", WORDS) == f"Đã gửi {WORDS}."
    # "12/BC" is not told by "12/BC-VP".
    short = "Văn bản số 12/BC"
    assert with_words("Văn bản số 12/BC-VP", short) == f"Văn bản số 12/BC-VP; {short}"
    assert without_words(f"ảnh chụp; {WORDS}", WORDS) == "ảnh chụp"
    assert without_words(f"Đã gửi {WORDS}.", WORDS) == f"Đã gửi {WORDS}."
    assert rebased("ảnh", "", WORDS) == f"ảnh; {WORDS}"
    assert rebased(f"ảnh; {WORDS}", WORDS, "") == "ảnh"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Báo cáo số 12/BC-VP ngày 05/03/2026", "Báo cáo số 12/BC-VP ngày 05/03/2026"),
        ("báo cáo 12/BC-VP ngày 5/3/2026; ảnh", "Báo cáo số 12/BC-VP ngày 05/03/2026"),
        ("12/BC-VP, 05 tháng 3 năm 2026", "Báo cáo số 12/BC-VP ngày 05/03/2026"),
        (
            "Đã gửi Báo cáo số 12/BC-VP ngày 05/03/2026 của Văn phòng về rà soát",
            "Báo cáo số 12/BC-VP ngày 05/03/2026 của Văn phòng về rà soát",
        ),
    ],
)
def test_a_document_that_is_surely_told_is_read(text: str, words: str) -> None:
    (told,) = told_documents(text)
    assert told.as_evidence("1", None).words == words
    assert told.words in text


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo số 12/BC-VP",
        "Báo cáo số 12/BC-VP ngày 31/02/2026",
        "Báo cáo của Văn phòng ngày 05/03/2026",
        "Báo cáo số 1/BC-VP ngày 01/03/2026 và Báo cáo số 2/BC-VP ngày 02/03/2026",
        "hồ sơ 12/3 ngày 05/03/2026",
    ],
)
def test_what_is_not_sure_is_not_offered(text: str) -> None:
    assert told_documents(text) == ()


def test_evidence_is_told_in_the_units_text_and_survives_what_is_typed_later(
    data_file: SqliteDataFile,
) -> None:
    units = data_file.units_of_work()
    task, occurrence, unit = led_by_one(opened := plan_of(data_file))
    opened = apply_edit(units, opened, put_evidence(opened, occurrence, of(REPORT, unit)))
    assert now(plan_of(data_file), occurrence).record_of(unit).evidence == WORDS
    link = Evidence("b" * 32, EvidenceKind.LINK, unit, link="www.so.example.vn/tin")
    opened = apply_edit(units, opened, put_evidence(opened, occurrence, link))
    typed = Record(State.DONE, 100, evidence="chỉ có ảnh", done_on=date(2026, 3, 6))
    at = now(opened, occurrence)
    opened = apply_edit(units, opened, task_acts.record(opened, at, unit, typed))
    stored = now(plan_of(data_file), occurrence)
    assert [one.words for one in stored.evidence] == [
        WORDS,
        "Liên kết: https://www.so.example.vn/tin",
    ]
    assert stored.record_of(unit).evidence == "chỉ có ảnh"
    assert opened.occurrences[task.id] == plan_of(data_file).occurrences[task.id]
    opened = apply_edit(units, opened, remove_evidence(opened, occurrence, REPORT.id))
    assert now(plan_of(data_file), occurrence).record_of(unit).evidence == "chỉ có ảnh"


def test_a_changed_piece_changes_its_words_where_they_stand(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    _, occurrence, unit = led_by_one(opened := plan_of(data_file))
    said = Record(State.IN_PROGRESS, evidence="báo cáo 12/BC-VP ngày 5/3/2026; ảnh")
    opened = apply_edit(units, opened, task_acts.record(opened, occurrence, unit, said))
    piece = Evidence("a" * 32, EvidenceKind.DOCUMENT, unit, "Báo cáo số 12/BC-VP", date(2026, 3, 5))
    kept = put_evidence(opened, occurrence, piece, instead="báo cáo 12/BC-VP ngày 5/3/2026")
    opened = apply_edit(units, opened, kept)
    words = now(plan_of(data_file), occurrence).record_of(unit).evidence
    assert words == "Báo cáo số 12/BC-VP ngày 05/03/2026; ảnh"
    opened = apply_edit(units, opened, put_evidence(opened, occurrence, of(REPORT, unit)))
    stored = now(plan_of(data_file), occurrence)
    assert stored.record_of(unit).evidence == f"{WORDS}; ảnh"
    assert len(stored.evidence) == 1


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Evidence("1", EvidenceKind.DOCUMENT, note="chỉ ghi chú"), "chưa có nội dung"),
        (Evidence("1", EvidenceKind.LINK, link="file:///etc/hosts"), "http:// hoặc https://"),
        (Evidence("1", EvidenceKind.LINK, link="javascript:1"), "http:// hoặc https://"),
        (Evidence("1", EvidenceKind.LINK, link="https://"), "http:// hoặc https://"),
    ],
)
def test_what_says_nothing_or_cannot_be_opened_is_refused(
    data_file: SqliteDataFile, piece: Evidence, said: str
) -> None:
    _, occurrence, unit = led_by_one(opened := plan_of(data_file))
    with pytest.raises(Refused, match=said):
        put_evidence(opened, occurrence, of(piece, unit))


def test_a_co_ordinating_unit_records_no_evidence(data_file: SqliteDataFile) -> None:
    task, occurrence, _ = led_by_one(opened := plan_of(data_file))
    helper = opened.coordinating_units(task)[0]
    with pytest.raises(Refused, match="phối hợp"):
        put_evidence(opened, occurrence, of(REPORT, helper))


def test_record_evidence_file_answer_and_all_undone_leaves_the_file_as_it_was(
    data_file: SqliteDataFile, tmp_path: Path
) -> None:
    before = content(data_file.path)
    units = data_file.units_of_work()
    opened = plan_of(data_file)
    _, occurrence, unit = led_by_one(opened)
    scan = tmp_path / "biên bản.pdf"
    scan.write_bytes(b"%PDF-1.7 bien ban")
    done: list[TaskEdit] = []

    def do(opened: PlanProgress, edit: TaskEdit) -> PlanProgress:
        done.append(edit)
        return apply_edit(units, opened, edit)

    said = Record(State.IN_PROGRESS, difficulty="Thiếu máy quét")
    opened = do(opened, task_acts.record(opened, occurrence, unit, said))
    at = datetime(2026, 3, 5, 8, 0).astimezone()
    file = read_file(scan, "occurrence", occurrence.id, at=at, plan_id=opened.plan.id)
    piece = Evidence(
        "c" * 32, EvidenceKind.MINUTES, unit, subject="bàn giao", attachment_id=file.attachment.id
    )
    opened = do(opened, put_evidence(opened, occurrence, piece, file=file))
    assert attachment_content(units, file.attachment.id) == scan.read_bytes()
    row = next(one for one in opened.leaves() if one.task.id == occurrence.task_id)
    (told,) = recorded_difficulties(opened, row, now(opened, occurrence))
    assert told.place is not None
    answer = answer_difficulty(opened, told.place, "Đã cấp máy", date(2026, 3, 9))
    opened = do(opened, answer)
    held = held_file(units, file.attachment.id)
    opened = do(opened, remove_evidence(opened, occurrence, piece.id, held))
    with sqlite3.connect(data_file.path) as connection:
        assert connection.execute("SELECT count(*) FROM attachment").fetchone() == (0,)
        assert connection.execute("SELECT answer FROM difficulty_answer").fetchall() == [
            ("Đã cấp máy",)
        ]
    while done:
        opened = apply_edit(units, opened, done.pop().inverse(), undoing=True)
        if len(done) == 3:
            assert attachment_content(units, file.attachment.id) == scan.read_bytes()
    assert content(data_file.path) == before


def test_a_task_taken_out_and_brought_back_has_its_evidence_and_answers(
    data_file: SqliteDataFile,
) -> None:
    units = data_file.units_of_work()
    task, occurrence, unit = led_by_one(opened := plan_of(data_file))
    opened = apply_edit(units, opened, put_evidence(opened, occurrence, of(REPORT, unit)))
    before = content(data_file.path)
    gone = task_acts.delete_tasks(opened, {task.id})
    opened = apply_edit(units, opened, gone)
    assert content(data_file.path)["evidence"] == []
    apply_edit(units, opened, gone.inverse(), undoing=True)
    assert content(data_file.path) == before


def test_timing_changed_keeps_a_period_that_has_evidence(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    task, occurrence, unit = led_by_one(opened := plan_of(data_file))
    opened = apply_edit(units, opened, put_evidence(opened, occurrence, of(REPORT, unit)))
    moved = task_acts.set_cells(opened, {task.id: {"timing": "Ngày 27/08/2026"}})
    apply_edit(units, opened, moved)
    assert now(plan_of(data_file), occurrence).evidence == (of(REPORT, unit),)


def test_the_command_line_does_not_miss_evidence_that_only_the_window_knows(
    tthc: Tthc, sample: Path
) -> None:
    file = SqliteDataFile(sample)
    _, occurrence, unit = led_by_one(opened := plan_of(file))
    units: UnitsOfWork = file.units_of_work()
    opened = apply_edit(units, opened, put_evidence(opened, occurrence, of(REPORT, unit)))
    cleared = Record(State.IN_PROGRESS)
    apply_edit(units, opened, task_acts.record(opened, now(opened, occurrence), unit, cleared))
    row = next(one for one in opened.leaves() if one.task.id == occurrence.task_id)
    file.close()
    call = (
        "task", "record", "--plan", opened.plan.id, "--number", row.number, "--period",
        occurrence.period, "--division", opened.directory.get(unit).name, "--state", "done",
    )  # fmt: skip
    warnings = tthc.json(*call, "--done-on", "2026-01-05")["warnings"]
    assert not any("minh chứng" in one for one in warnings)


def test_a_returned_sheet_changes_the_text_and_leaves_the_pieces(
    tthc: Tthc, sample: Path, tmp_path: Path
) -> None:
    file = SqliteDataFile(sample)
    units, opened = file.units_of_work(), plan_of(file)
    row = next(one for one in opened.leaves() if one.number == "2.2")
    (unit,) = opened.lead_units(row.task)
    occurrence = next(one for one in opened.of_task(row.task) if one.period == "2026-Q2")
    apply_edit(units, opened, put_evidence(opened, occurrence, of(REPORT, unit)))
    file.close()
    (tmp_path / "gửi").mkdir()
    sent = Sent(tthc, tmp_path / "gửi")
    name = opened.directory.get(unit).name
    returned = sent.files[name]
    edit(returned, lambda sheet: put(sheet, "2.2", "Minh chứng", "Chỉ còn biên bản"))
    sent.merge(returned)
    assert sent.stored("2.2", name)["evidence"] == "Chỉ còn biên bản"
    file = SqliteDataFile(sample)
    assert now(plan_of(file), occurrence).evidence == (of(REPORT, unit),)
    file.close()


def test_the_office_has_evidence_of_its_own(data_file: SqliteDataFile) -> None:
    before = content(data_file.path)
    units = data_file.units_of_work()
    _, occurrence, unit = led_by_one(opened := plan_of(data_file))
    opened = apply_edit(units, opened, put_evidence(opened, occurrence, REPORT))
    stored = now(plan_of(data_file), occurrence)
    assert stored.closing == Record(evidence=WORDS)
    assert stored.record_of(unit) == Record()
    opened = apply_edit(units, opened, remove_evidence(opened, occurrence, REPORT.id))
    assert content(data_file.path) == before


def test_a_large_file_stays_where_it_lies(
    data_file: SqliteDataFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tthc_desktop.use_cases.attachments.MOST_BYTES_INSIDE", 10)
    video = tmp_path / "phóng sự.mp4"
    video.write_bytes(b"x" * 11)
    units = data_file.units_of_work()
    _, occurrence, unit = led_by_one(opened := plan_of(data_file))
    at = datetime(2026, 3, 5, 8, 0).astimezone()
    file = read_file(video, "occurrence", occurrence.id, at=at, plan_id=opened.plan.id)
    piece = Evidence("d" * 32, EvidenceKind.FILE, unit, attachment_id=file.attachment.id)
    apply_edit(units, opened, put_evidence(opened, occurrence, piece, file=file))
    kept = held_file(units, file.attachment.id)
    assert kept is not None
    assert (kept.content, kept.attachment.path) == (None, str(video))
    video.unlink()
    with pytest.raises(Refused, match="phóng sự"):
        attachment_content(units, file.attachment.id)
