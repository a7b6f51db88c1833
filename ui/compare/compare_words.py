"""The words of the comparison's rows, filters and foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tthc_desktop.domain.comparison_answer import ANSWER_WORDS
from tthc_desktop.domain.plan import PlanSummary
from tthc_desktop.domain.plan_comparison import TITLE, Comparison
from tthc_desktop.use_cases.comparison_export import answer_words, where_words
from tthc_desktop.use_cases.plan_compare import PlanCompared
from ui.session.wording import document_number, plan_name

HEADINGS = ("Ở kế hoạch cấp trên", "Nội dung giao", "Trả lời tại kế hoạch của Sở", "Tình trạng")
WRAPPED = (1, 2)
STATE = 3
_LONGEST = 120
FILTERS: tuple[tuple[str, Callable[[Comparison], bool]], ...] = (
    ("Mọi nội dung", lambda _: True),
    ("Chưa có", lambda one: one.state == "missing"),
    ("Một phần", lambda one: one.state == "partly"),
    ("Chưa xác nhận", lambda one: not one.is_confirmed),
    ("Không thuộc Sở", lambda one: one.state == "not_ours"),
)
_NO_PLAN = (
    "Chưa có kế hoạch của cấp trên trong tệp dữ liệu. Nhập tệp Word hoặc văn bản của kế hoạch đó "
    "để đối chiếu; kế hoạch nhập chỉ để đọc."
)
_NOTHING = "Kế hoạch này không giao việc cho các Sở, ban, ngành."


def row_words(row: Comparison, found: PlanCompared) -> list[str]:
    """Return the cells of a row; a proposal says how like the words are.

    Below the places that answer stands what the first of them says, for the person to judge.
    """
    state = ANSWER_WORDS[row.state]
    is_alike = row.state in ("answered", "partly")
    if row.is_confirmed:
        state = f"{state}, đã xác nhận"
    elif is_alike:
        state = f"{state} (khớp {round(row.likeness * 100)} %)"
    answer = answer_words(row, found.task_numbers)
    first = next((one for one in found.passages if one.id in row.answered_ids[:1]), None)
    if first is not None and first.id != TITLE:
        answer = f"{answer}\n“{shortened(first.text.removeprefix('- '))}”"
    if row.note:
        answer = f"{answer} ({row.note})" if answer else row.note
    return [where_words(row.where), row.asked, answer, state]


def shortened(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0]}…"


def plan_words(plan: PlanSummary) -> str:
    """Return a superior's plan in one line."""
    number = document_number(plan)
    name = f"{plan_name(plan)}: {plan.title}" if plan.title else plan_name(plan)
    return f"{number} · {name}" if number else name


def told(rows: Sequence[Comparison], shown: int, *, has_plan: bool) -> str:
    """Return the sentence below the table."""
    if not has_plan:
        return _NO_PLAN
    if not rows:
        return _NOTHING
    missing = sum(one.state == "missing" for one in rows)
    left = sum(not one.is_confirmed for one in rows)
    counted = f"Đang hiện {shown} trong {len(rows)} nội dung" if shown < len(rows) else (
        f"{len(rows)} nội dung cấp trên giao"
    )  # fmt: skip
    return (
        f"{counted} · {missing} chưa có · {left} chưa xác nhận. Chương trình đề xuất theo chữ; "
        "nội dung đã xác nhận giữ nguyên khi kế hoạch thay đổi."
    )
