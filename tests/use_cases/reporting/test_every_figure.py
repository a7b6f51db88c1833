"""Every figure of the report's Word file, text and annexes, is what plain SQL finds.

A paragraph with a figure that no rule below accounts for fails: nothing stands unproved. The
windows (15/03 to 14/06) and the maxima of the index are written out here by hand.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document

from db.data_file import SqliteDataFile
from tests.use_cases.reporting.filled_report import TODAY, export, fill
from tests.use_cases.reporting.sql_figures import NEXT, Line, SqlFigures
from tthc_desktop.use_cases.plan_check import check_file

WINDOW = ("2026-03-15", "2026-06-14")
_FIGURE = re.compile(r"\d{2}/\d{2}/\d{4}|\d+(?:\.\d{3})*(?:,\d+)?")
_HEADING = re.compile(r"(?:\d+|[IVX]+)\. ")
_PERIODS = re.compile(
    r"\b(?:quý [IV]+|tháng \d+|[69] tháng)(?: đầu)?(?: năm \d{4})?|\bnăm \d{4}|kỳ tiếp theo",
    re.IGNORECASE,
)
_NAMES = re.compile(r"số 766/QĐ-TTg|Phụ lục [IVX]+|Biểu (?:số|đồ) [\w.]+(?:/VPCP/KSTT)?")
_NEAR = 0.051  # figures are rounded to one decimal at the least
_SUMS: dict[str, dict[int, tuple[int, ...]]] = {
    "II.05": {2: (3, 4), 7: (8, 9)},
    "II.06a": {3: (4, 5, 6), 7: (8, 9, 10), 11: (12, 13)},
    "II.07b": {3: (4, 5, 6), 7: (8, 9, 10), 11: (12, 13, 14)},
    "II.08": {3: (4, 5)},
}  # the columns that are not kept; II.05 has 12 = 2 - 7 besides
Figures = list[float | str]


class Proof:
    """The report's paragraphs and tables beside what SQL says of them."""

    def __init__(self, data: Path, word: Path, report: str) -> None:
        self.sql = SqlFigures(data)
        self.report = report
        self.document: Document = docx.Document(str(word))
        self.lines = self.sql.lines()
        self.texts = [
            re.compile(re.escape(one.rstrip(".;")), re.IGNORECASE) for one in self.sql.recorded()
        ]
        self.total = self.form_totals(report)

    def form_totals(self, report: str) -> dict[str, dict[int, int]]:
        return {code: whole(code, self.sql.cells(report, code)) for code in _SUMS}

    def left(self, paragraph: str) -> list[str]:
        """Return the figures that no person wrote and no period or citation bears."""
        text = _HEADING.sub("", paragraph, count=1) if _HEADING.match(paragraph) else paragraph
        for one in (*self.texts, _PERIODS, _NAMES):
            text = one.sub(" ", text)
        return _FIGURE.findall(text)

    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Yield every paragraph with the heading it stands under."""
        heading = ""
        for one in self.document.paragraphs:
            if _HEADING.match(one.text) or one.text.startswith("Phụ lục"):
                heading = one.text
            yield heading, one.text


def whole(code: str, kept: dict[int, int]) -> dict[int, int]:
    """Return a row with the columns that are computed, by their sums."""
    values = dict(kept)
    for column, parts in _SUMS[code].items():
        values[column] = sum(values.get(part, 0) for part in parts)
    if code == "II.05":
        values[12] = values[2] - values[7]
    return values


@pytest.fixture(scope="module")
def proof(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proof]:
    folder = tmp_path_factory.mktemp("report")
    data = folder / "du-lieu.tthc"
    data.write_bytes(sample_template.read_bytes())
    data_file = SqliteDataFile(data, lambda: datetime(2026, 6, 30, 8))
    units = data_file.units_of_work()
    report = fill(units)
    word = export(units, report, folder / "bao-cao.docx")
    data_file.close()
    assert check_file(word, today=TODAY) == ()
    proof = Proof(data, word, report)
    yield proof
    proof.sql.close()


def test_every_figure_of_the_text_is_what_sql_finds(proof: Proof) -> None:
    unproved, proved = [], 0
    for heading, paragraph in proof.paragraphs():
        said = proof.left(paragraph)
        if not said:
            continue
        wanted = expected(proof, heading, paragraph)
        if wanted is None or not same(said, wanted):
            unproved.append((paragraph, said, wanted))
        proved += len(said)
    assert unproved == []
    assert proved > 100


def test_every_cell_of_the_forms_is_what_sql_finds(proof: Proof) -> None:
    tables = proof.document.tables[2:6]
    for table, (code, total) in zip(tables, proof.total.items(), strict=True):
        rows = proof.sql.rows(proof.report, code)
        shown = {label: whole(code, kept) for label, kept in rows.items()} | {"Tổng cộng": total}
        body = [[cell.text for cell in row.cells] for row in table.rows]
        body = [row for row in body if row[0] in shown or row[1] in shown]
        assert len(body) == len(shown)
        for row in body:
            label = row[0] if row[0] in shown else row[1]
            first = row.index(label) + 1
            figures = [float(one.replace(".", "")) for one in row[first:]]
            columns = range(first + 1, first + 1 + len(figures))
            assert figures == [shown[label].get(column, 0) for column in columns], (code, label)
        for column, value in total.items():
            parts = [one[column] for label, one in shown.items() if label != "Tổng cộng"]
            assert sum(parts) == value


def test_every_cell_of_communication_and_progress_is_what_sql_finds(proof: Proof) -> None:
    acts, progress = proof.document.tables[6:8]
    told = {row.cells[1].text: [cell.text for cell in row.cells][3:7] for row in acts.rows[1:]}
    news, meetings = (proof.sql.one(_ACTS, kind, *WINDOW)[0] for kind in _KINDS)
    done, target, share = of_the_year(proof)
    words = {kind: _FIGURE.findall(" ".join(cells)) for kind, cells in told.items()}
    assert same(words["Tin, bài"], [news, done, target, share])
    assert same(words["Hội nghị, hội thảo"], [meetings, meetings])
    rows = [[cell.text for cell in row.cells] for row in progress.rows[1:]]
    assert len(rows) == len(proof.lines)
    names = {"2026-Q2": "Quý II", "2026-H1": "6 tháng", "once": "Một lần"}
    for number, _, _, period, due, state, result in rows:
        (line,) = (
            one
            for one in proof.lines
            if one.number == number and period == names.get(one.period, f"Tháng {one.period[-1]}")
        )
        day = datetime.fromisoformat(line.due).strftime("%d/%m/%Y") if line.due else ""
        assert due == day
        late = [line.days_late] if line.days_late and line.state != "done" else []
        assert same(_FIGURE.findall(state), [*late])
        left = proof.left(result)
        wanted: Figures = [*line.target]
        if line.target and line.target[0] != 100:
            wanted.append(line.target[1] / line.target[0] * 100)
        assert same(left, wanted), result


def test_a_figure_that_is_not_so_is_found() -> None:
    assert same(["1.255", "99,2", "14/06/2026"], ["14/06/2026", 1255, 99.18])
    assert not same(["1.256"], [1255])
    assert not same(["99,3"], [99.18])
    assert not same(["1", "2"], [1])
    assert not same(["15/06/2026"], ["14/06/2026"])


def same(said: list[str], wanted: Figures) -> bool:
    """Whether the figures are the wanted ones, in whatever order a sentence puts them."""
    days = sorted(one for one in said if "/" in one)
    if days != sorted(one for one in wanted if isinstance(one, str)):
        return False
    values = sorted(float(one.replace(".", "").replace(",", ".")) for one in said if "/" not in one)
    numbers = sorted(one for one in wanted if not isinstance(one, str))
    return len(values) == len(numbers) and all(
        abs(one - other) < _NEAR for one, other in zip(values, numbers, strict=True)
    )


def expected(proof: Proof, heading: str, paragraph: str) -> Figures | None:
    """Return the figures a paragraph must bear, None where no rule knows it."""
    for begins, rule in _RULES:
        if re.search(begins, paragraph):
            return rule(proof)
    if heading.startswith("III."):
        return coming(proof, paragraph)
    if heading.startswith("2. Tồn tại"):
        return [late_days(proof, paragraph)]
    if heading.startswith("3. Nguyên nhân"):
        return told_number(proof, paragraph)
    if paragraph.startswith(("- ", "+ ")):
        return task_line(proof, heading, paragraph)
    return None


def of_content(lines: list[Line], paragraph: str) -> list[Line]:
    return [one for one in lines if one.content.rstrip(".;").casefold() in paragraph.casefold()]


def of_period(lines: list[Line], paragraph: str) -> list[Line]:
    """Return the lines whose period the paragraph names; a single one needs no name."""
    names = {
        "2026-Q2": r"quý II\b", "2026-H1": r"6 tháng", "2026-04": r"tháng 4\b",
        "2026-05": r"tháng 5\b", "2026-06": r"tháng 6\b",
    }  # fmt: skip
    if len(lines) < 2:
        return lines
    return [one for one in lines if re.search(names[one.period], paragraph, re.IGNORECASE)]


def task_line(proof: Proof, heading: str, paragraph: str) -> Figures | None:
    """A task's percent where it is under way, and its target with what was reached."""
    found = of_content(proof.lines, paragraph)
    if paragraph.startswith("+ "):
        # A period of the task above: its words name it.
        found = [one for one in proof.lines if one.period in ("2026-04", "2026-05", "2026-06")]
        found += [one for one in proof.lines if one.number == "1.5" and one.period == "2026-Q2"]
        head = paragraph.partition(":")[0]
        found = of_period(found, head)
    else:
        found = of_period(found, paragraph.rpartition("(")[2])
    if len(found) != 1:
        return None
    (line,) = found
    wanted: Figures = []
    if "chỉ tiêu" in paragraph:
        value, actual = line.target
        wanted += [value, actual]
        wanted += [actual / value * 100] if value != 100 else []
    if line.state != "done" and line.percent:
        wanted.append(line.percent)
    return wanted


def late_days(proof: Proof, paragraph: str) -> float:
    found = [one for one in of_content(proof.lines, paragraph) if one.days_late]
    (line,) = of_period(found, paragraph)
    return line.days_late


def told_number(proof: Proof, paragraph: str) -> Figures | None:
    """A recorded difficulty names its task: the number is split by the points in it."""
    found = re.search(r"\(nhiệm vụ ([T\d.]+)\)", paragraph)
    if found is None:
        return None
    text = paragraph.removeprefix("- ").partition(": ")[2].partition(" (nhiệm vụ")[0]
    question = (
        "SELECT COUNT(*) FROM unit_progress u JOIN occurrence o ON o.id = u.occurrence_id "
        "WHERE u.difficulty LIKE ? || '%'"
    )
    (count,) = proof.sql.one(question, text.rstrip("."))
    numbers = [one.number for one in proof.lines]
    if not count or found[1] not in numbers:
        return None
    return [float(one) for one in _FIGURE.findall(found[1])]


def coming(proof: Proof, paragraph: str) -> Figures | None:
    """The first day of what is left open for the next quarter."""
    lines = [one for one in proof.sql.lines(NEXT) if one.is_open]
    days = [one.due for one in of_content(lines, paragraph) if one.due]
    if not days:
        return None
    return [datetime.fromisoformat(min(days)).strftime("%d/%m/%Y")]


def window(_: Proof) -> Figures:
    return ["15/03/2026", "14/06/2026"]


def summary(proof: Proof) -> Figures:
    lines = [one for one in proof.lines if one.state not in ("no_case", "cancelled")]
    done = [one for one in lines if one.state == "done"]
    states = [sum(one.state == key for one in lines) for key in ("in_progress", "waiting_document")]
    overdue = sum(one.days_late > 0 and one.state != "done" for one in lines)
    late = sum(one.days_late > 0 for one in done)
    return [len(lines), len(done), len(done) / len(lines) * 100, late, *states, overdue]


def dossiers(proof: Proof) -> Figures:
    one = proof.total["II.06a"]
    shares = [(one[8] + one[9]) / one[7] * 100, one[4] / (one[4] + one[5]) * 100]
    return [*(one[column] for column in range(3, 14)), *shares]


def moved(proof: Proof) -> Figures:
    now = proof.total["II.06a"]
    then = proof.form_totals(proof.sql.report("2026-Q1"))["II.06a"]
    figures: Figures = []
    for columns in ((4, 5), (7,)):
        new, old = (sum(one[column] for column in columns) for one in (now, then))
        figures += [new - old, (new - old) / old * 100]
    return figures


def causes(proof: Proof) -> Figures:
    row = proof.sql.rows(proof.report, "II.06a")["Thương mại"]
    return [row[10] + row[13]]


def petitions(proof: Proof) -> Figures:
    """All before the closing day but those answered before the window: five, one of them later."""
    question = (
        "SELECT COUNT(*), SUM(day < ?1), SUM(day >= ?1), SUM(about = 'behaviour'), "
        "SUM(about = 'regulation'), SUM(answered <= ?2), SUM(answered IS NULL OR answered > ?2), "
        "SUM(published <= ?2) FROM (SELECT day, json_extract(content, '$.about') AS about, "
        "json_extract(content, '$.answered_on') AS answered, "
        "json_extract(content, '$.published_on') AS published FROM register_entry "
        "WHERE register = 'petition' AND day <= ?2)"
    )
    total, before, new, acts, rules, answered, left, published = proof.sql.one(question, *WINDOW)
    return [total, before, new, acts, rules, answered, left, published]


def late_petitions(proof: Proof) -> Figures:
    """15 working days counted by hand: 02/01 gives 22/01, 02/04 gives 23/04, 03/04 24/04."""
    question = (
        "SELECT COUNT(*) FROM register_entry WHERE register = 'petition' AND CASE day "
        "WHEN '2026-01-02' THEN '2026-01-22' WHEN '2026-04-02' THEN '2026-04-23' "
        "WHEN '2026-04-03' THEN '2026-04-24' ELSE '2026-06-29' END "
        "< COALESCE(json_extract(content, '$.answered_on'), ?)"
    )
    return [*proof.sql.one(question, WINDOW[1])]


def procedures(proof: Proof) -> Figures:
    question = (
        "SELECT COUNT(*), SUM(level = 'province'), SUM(level = 'commune'), SUM(one_stop), "
        "SUM(process <> '') FROM (SELECT json_extract(content, '$.level') AS level, "
        "json_extract(content, '$.one_stop') AS one_stop, json_extract(content, '$.process') "
        "AS process FROM register_entry WHERE register = 'procedure')"
    )
    return [*proof.sql.one(question)]


def online(proof: Proof) -> Figures:
    one = proof.total["II.08"]
    parts = [(8, 7), (9, 7), (12, 11)]
    shares = [one[part] / one[of] * 100 for part, of in parts]
    return [*(one[column] for column in (3, 4, 5, 6, 8, 7, 9, 12, 11)), *shares]


def scores(proof: Proof) -> dict[str, tuple[float, float | None]]:
    """Return the computed and the portal's score: maxima 20, 6 and 6, the last from 90 % on."""
    question = (
        "SELECT json_extract(content, '$.indicator'), json_extract(content, '$.numerator') * "
        "100.0 / json_extract(content, '$.denominator'), json_extract(content, '$.portal_score') "
        "FROM register_entry WHERE register = 'index_figure' AND "
        "json_extract(content, '$.period') = '2026-Q2'"
    )
    points = {"2.1": 20 / 100, "5.2": 6 / 100, "5.4": 6 / 90}
    return {
        str(code): (float(str(rate)) * points[str(code)], float(str(told)) if told else None)
        for code, rate, told in proof.sql.all(question)
    }


def index(proof: Proof) -> Figures:
    counted = {code: told or own for code, (own, told) in scores(proof).items()}
    most = 20 + 6 + 6  # of these three: the total of some indicators has no rank
    return [sum(counted.values()), most, counted["2.1"], counted["5.2"] + counted["5.4"]]


def differing(proof: Proof) -> Figures:
    own, told = scores(proof)["2.1"]
    assert told is not None
    return [2, 1, told, own]  # the indicator's own number, and both scores


_ACTS = (
    "SELECT COALESCE(SUM(json_extract(content, '$.quantity')), 0) FROM register_entry WHERE "
    "register = 'activity' AND json_extract(content, '$.kind') = ? AND day BETWEEN ? AND ?"
)
_FIRST = "2025-12-15"  # the year's figures begin here


_KINDS = ("Tin, bài", "Hội nghị, hội thảo")


def activities(proof: Proof) -> Figures:
    return [proof.sql.one(_ACTS, kind, *WINDOW)[0] for kind in _KINDS]


def of_the_year(proof: Proof) -> Figures:
    (done,) = proof.sql.one(_ACTS, "Tin, bài", _FIRST, WINDOW[1])
    (target,) = proof.sql.one(
        "SELECT json_extract(content, '$.target') FROM register_entry WHERE register = "
        "'activity_target'"
    )
    return [done, target, done / target * 100]


def difficulties(proof: Proof) -> Figures:
    """Those of the register raised in the window, and those told with a period of the report."""
    (register, answered) = proof.sql.one(
        "SELECT COUNT(*), SUM(json_extract(content, '$.answered_on') IS NOT NULL) FROM "
        "register_entry WHERE register = 'difficulty' AND day BETWEEN ? AND ?", *WINDOW,
    )  # fmt: skip
    periods = {(one.number, one.period) for one in proof.lines}
    recorded = len([one for one in told_difficulties(proof) if one in periods])
    return [register + recorded, answered, register + recorded - answered]


def told_difficulties(proof: Proof) -> list[tuple[str, str]]:
    """Return number and period of each difficulty a unit told; a task is found by its words."""
    question = (
        "SELECT (SELECT group_concat(json_extract(value, '$[0]'), '') FROM json_each(t.runs)), "
        "o.period FROM unit_progress u JOIN occurrence o ON o.id = u.occurrence_id "
        "JOIN task t ON t.id = o.task_id WHERE u.difficulty <> ''"
    )
    numbers = {one.content: one.number for one in proof.lines}
    return [
        (numbers.get(str(content), ""), str(period)) for content, period in proof.sql.all(question)
    ]


_RULES: tuple[tuple[str, Callable[[Proof], Figures]], ...] = (
    (r"từ ngày 15/03/2026 đến ngày 14/06/2026", window),
    (r"^Trong kỳ có \d+ lượt nhiệm vụ", summary),
    (r"^Trong kỳ, tiếp nhận", dossiers),
    (r"^So với kỳ trước", moved),
    (r"^Nguyên nhân \d+ hồ sơ quá hạn lĩnh vực Thương mại", causes),
    (r"^Trong kỳ, Sở có \d+ phản ánh", petitions),
    (r"xử lý quá thời hạn", late_petitions),
    (r"^Tổng số TTHC thuộc thẩm quyền", procedures),
    (r"^Sở cung cấp \d+ dịch vụ công", online),
    (r"^Kết quả đánh giá theo Quyết định số 766", index),
    (r"^Chỉ tiêu 2\.1 ", differing),
    (r"^Trong kỳ, Sở đã thực hiện:", activities),
    (r"^Lũy kế so với chỉ tiêu năm", of_the_year),
    (r"nêu \d+ khó khăn, vướng mắc", difficulties),
    (r"^Biểu đồ \d+\. Nhiệm vụ theo phòng", lambda _: ["30/06/2026"]),
)
