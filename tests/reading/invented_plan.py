"""A control plan of an office that does not exist, in the shape of the real ones."""

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.sections import Section, sections_of
from tthc_desktop.domain.task import numbered
from tthc_desktop.reading.plan_reader import ReadPlan

PARENT = "UBND TỈNH SÔNG LAM"
AGENCY = "SỞ CÔNG VIÊN VÀ CÂY XANH"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số:        /KH-SCVCX"
PLACE_DATE = "Sông Lam, ngày      tháng 01 năm 2026"
TITLE = (
    "Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa của Sở Công viên và Cây xanh năm 2026"
)
LEGAL_BASES = (
    "Căn cứ Nghị định số 12/2024/NĐ-CP ngày 05/02/2024 của Chính phủ về chăm sóc cây xanh;",
    "Thực hiện Kế hoạch số 07/KH-UBND ngày 08/01/2026 của UBND tỉnh Sông Lam về kiểm soát TTHC.",
)
OPENING = "Sở Công viên và Cây xanh ban hành Kế hoạch với các nội dung sau:"
# (level, number, heading or text): level 0 is a dash line or a paragraph.
BODY = (
    (1, "I", "MỤC ĐÍCH, YÊU CẦU"),
    (2, "1", "Mục đích"),
    (0, "", "- Tổ chức thực hiện có hiệu quả nhiệm vụ kiểm soát thủ tục hành chính (TTHC)."),
    (0, "", "- Nâng cao chất lượng phục vụ người dân, doanh nghiệp;"),
    (2, "2", "Yêu cầu"),
    (0, "", "Các phòng thực hiện nghiêm túc, đúng thời gian."),
    (1, "II", "NỘI DUNG"),
    (2, "1", "Nhiệm vụ chung"),
    (3, "a", "Rà soát quy trình cắt tỉa cây xanh."),
    (3, "b", "Công khai quy trình tại Bộ phận Một cửa."),
    (1, "III", "TỔ CHỨC THỰC HIỆN"),
    (2, "1", "Văn phòng theo dõi, đôn đốc, tổng hợp báo cáo lãnh đạo Sở."),
    (2, "2", "Các phòng chuyên môn phối hợp với Văn phòng trong quá trình thực hiện."),
)
CLOSING = "Trên đây là Kế hoạch kiểm soát TTHC năm 2026, đề nghị các phòng triển khai thực hiện./."
RECIPIENTS = ("UBND tỉnh (báo cáo)", "Lãnh đạo Sở", "Các phòng thuộc Sở")
ARCHIVE = "VT, VP"
SIGNING = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
SIGNER = "Nguyễn Văn Thí Dụ"
ANNEX_LABEL = "Phụ lục"
ANNEX_TITLE = "NỘI DUNG KIỂM SOÁT THỦ TỤC HÀNH CHÍNH NĂM 2026"
ATTACHED = "(Kèm theo Kế hoạch số /KH-SCVCX ngày /01/2026 của Sở Công viên và Cây xanh)"
HEADINGS = (
    "STT",
    "Nội dung công việc",
    "Cơ quan, đơn vị chủ trì thực hiện",
    "Cơ quan, đơn vị phối hợp/theo dõi",
    "Thời gian hoàn thành",
)
_OFFICE, _ALL = "Văn phòng", "Các phòng thuộc Sở"
_TREES = "Cây bóng mát, thảm cỏ"
ROWS = (
    ("1.", "Công tác chỉ đạo, điều hành", "", "", ""),
    ("1.1", "Xây dựng Kế hoạch kiểm soát TTHC của Sở.", _OFFICE, _ALL, "Trước ngày 25/01/2026"),
    ("1.2", "Theo dõi việc xây dựng báo cáo định kỳ.", _OFFICE, _ALL, "Thường xuyên"),
    ("1.3", "Tham gia các lớp tập huấn.", _ALL, "", "Theo văn bản của tỉnh"),
    ("1.4", "Tổng hợp Bộ chỉ số phục vụ", f"{_TREES}; {_OFFICE}", "", "Theo tháng, quý, năm"),
    ("1.5", "Kiểm tra công tác kiểm soát TTHC, thực hiện cơ chế một cửa.", _ALL, "",
     "Theo Kế hoạch riêng hoặc cùng đợt kiểm tra của tỉnh"),
    ("2.", "Kiểm soát thủ tục hành chính", "", "", ""),
    ("2.1", "Công bố, công khai thủ tục hành chính", "", "", ""),
    ("2.1.1", "Cập nhật Quyết định công bố TTHC.", _OFFICE, _ALL, "Thường xuyên"),
    ("2.1.2", "Công khai trên Trang thông tin điện tử của Sở.", _OFFICE, _ALL, "Thường xuyên"),
    ("2.2", "Báo cáo thực hiện kiểm soát TTHC", f"{_TREES}; {_OFFICE}", "", "Hằng quý, năm"),
    ("3.", "Tiếp nhận phản ánh, kiến nghị", "", "", ""),
    ("3.1", "Triển khai Bộ chỉ số đánh giá chất lượng phục vụ.", "", "", ""),
    ("3.2", "Công khai địa chỉ tiếp nhận phản ánh.", _OFFICE, _ALL, "Thường xuyên"),
)  # fmt: skip

Shape = dict[str, object]


def expected() -> Shape:
    """Return what every habit of typing must come to."""
    return {
        "head": (PARENT, AGENCY, None, "KH-SCVCX", "Sông Lam", (None, 1, 2026)),
        "title": TITLE,
        "before": [*LEGAL_BASES, OPENING],
        "sections": _expected_sections(),
        "closing": [CLOSING],
        "foot": (RECIPIENTS, ARCHIVE, None, SIGNING, SIGNER),
        "annexes": [(ANNEX_LABEL, ANNEX_TITLE, ATTACHED, HEADINGS, _expected_tasks())],
    }


def _expected_sections() -> list[object]:
    return [
        ("I", "MỤC ĐÍCH, YÊU CẦU", [], [
            ("1", "Mục đích", [BODY[2][2], BODY[3][2]], []),
            ("2", "Yêu cầu", [BODY[5][2]], []),
        ]),
        ("II", "NỘI DUNG", [], [
            ("1", "Nhiệm vụ chung", [], [
                ("a", "", [BODY[8][2]], []),
                ("b", "", [BODY[9][2]], []),
            ]),
        ]),
        ("III", "TỔ CHỨC THỰC HIỆN", [], [
            ("1", "", [BODY[11][2]], []),
            ("2", "", [BODY[12][2]], []),
        ]),
    ]  # fmt: skip


def _expected_tasks() -> list[object]:
    return [
        (number.rstrip("."), content, _names(lead), _names(coordinating), timing)
        for number, content, lead, coordinating, timing in ROWS
    ]


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()


def shape_of(read: ReadPlan) -> Shape:
    """Return what a plan says, without its ids."""
    plan = read.plan
    names = {one.id: one.name for one in read.new_respondents}
    day = (plan.date.day, plan.date.month, plan.date.year)
    foot = (plan.recipients, plan.archive, plan.drafter, plan.signature.lines, plan.signature.name)
    return {
        "head": (plan.parent_agency, plan.agency, plan.number, plan.symbol, plan.place, day),
        "title": plan.title,
        "before": [block.text for block in plan.blocks if block.kind in {"legal_basis", "opening"}],
        "sections": [_section(one) for one in sections_of(plan.blocks)],
        "closing": [block.text for block in plan.blocks if block.kind == "closing"],
        "foot": foot,
        "annexes": [
            (one.label, one.title, one.attached_to, one.headings, _tasks(plan, place, names))
            for place, one in enumerate(plan.annexes)
        ],
    }


def _section(section: Section) -> object:
    inner = [_section(one) for one in section.sections]
    return (section.number, section.heading, section.paragraphs, inner)


def _tasks(plan: Plan, place: int, names: dict[str, str]) -> list[object]:
    return [
        (
            row.number,
            row.task.content,
            tuple(names[one] for one in row.task.lead_ids),
            tuple(names[one] for one in row.task.coordinating_ids),
            row.task.timing,
        )
        for row in numbered(plan.annexes[place].tasks)
    ]
