"""An invented plan of any size, for benchmarks and limits."""

from datetime import date

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.plan import Annex, Block, BlockKind, PartialDate, Plan, PlanKind, Signature
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.domain.timing import (
    REPORT_CALENDAR,
    DateClause,
    RecurringClause,
    Schedule,
    unread_schedule,
)

GROUP_SIZE = 24
# Most tasks recur: half the plan is due every month, so that much is late in its second half.
_TIMINGS = (
    ("Hằng tháng", Schedule((RecurringClause(("month",)),))),
    ("Định kỳ hằng quý, năm", Schedule((RecurringClause(("quarter", "year"), REPORT_CALENDAR),))),
    ("Hằng tháng", Schedule((RecurringClause(("month",)),))),
    ("Trước ngày 06/7/2026", Schedule((DateClause(date(2026, 7, 6), exclusive=True),))),
    ("Hằng tháng", Schedule((RecurringClause(("month",)),))),
    ("Khi có yêu cầu của cấp trên", unread_schedule("Khi có yêu cầu của cấp trên")),
)
WORDS = "Rà soát, cập nhật, công khai thủ tục hành chính thuộc phạm vi quản lý của cơ quan"


def units(count: int = 8) -> Directory:
    """Return a directory of invented phòng."""
    return Directory(
        tuple(Respondent(new_id(), RespondentKind.DIVISION, f"Phòng Thử {n}") for n in range(count))
    )


def large_plan(rows: int, directory: Directory) -> Plan:
    """Return a plan with an annex of about *rows* table rows in groups of 25."""
    ids = [one.id for one in directory.respondents]
    leaves = [
        Task(
            new_id(),
            plain_runs(f"{WORDS}, việc thứ {n}."),
            (Assignment(ids[n % len(ids)]),),
            (Assignment(ids[(n + 1) % len(ids)]),),
            *_TIMINGS[n % len(_TIMINGS)],
        )
        for n in range(rows * GROUP_SIZE // (GROUP_SIZE + 1))
    ]
    groups = tuple(
        Task(
            new_id(),
            plain_runs(f"Nhóm việc {n}"),
            children=tuple(leaves[n * GROUP_SIZE : (n + 1) * GROUP_SIZE]),
        )
        for n in range(-(-len(leaves) // GROUP_SIZE))
    )
    return Plan(
        new_id(),
        PlanKind.CONTROL,
        2026,
        parent_agency="UBND TỈNH MẪU",
        agency="SỞ MẪU",
        symbol="KH-SM",
        place="Mẫu",
        date=PartialDate(None, 1, 2026),
        title="Kiểm soát thủ tục hành chính năm 2026",
        blocks=tuple(
            Block(new_id(), BlockKind.PARAGRAPH, plain_runs(f"{WORDS}.")) for _ in range(30)
        ),
        recipients=("UBND tỉnh (báo cáo)",),
        archive="VT, VP",
        signature=Signature(("GIÁM ĐỐC",), "Nguyễn Văn Mẫu"),
        annexes=(Annex(new_id(), "Phụ lục", "NỘI DUNG", tasks=groups),),
    )
