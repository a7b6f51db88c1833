"""The registers (sổ) of the office, each as its table of fields."""

from __future__ import annotations

from tthc_desktop.domain.reporting.activities import Activity, ActivityTarget
from tthc_desktop.domain.reporting.difficulties import Difficulty
from tthc_desktop.domain.reporting.entry_fields import EntryField, FieldKind, Register
from tthc_desktop.domain.reporting.index_scores import IndexFigure, IndicatorLimit
from tthc_desktop.domain.reporting.petitions import Petition, PetitionAbout, PetitionState
from tthc_desktop.domain.reporting.procedures import OnlineLevel, Procedure, ProcedureLevel

# The forms of communication the plans name; another one may be typed.
ACTIVITY_KINDS = (
    "Tin, bài trên trang thông tin điện tử", "Tin, bài trên báo, đài", "Chuyên trang, chuyên mục",
    "Phóng sự, video", "Infographic", "Tọa đàm", "Họp, giao ban", "Hội nghị, hội thảo",
    "Tập huấn", "Cuộc thi", "Sổ tay, tờ rơi, tờ gấp", "Pa nô, băng rôn, khẩu hiệu",
    "Bảng điện tử", "Mạng xã hội", "Niêm yết, công khai TTHC", "Biểu dương, khen thưởng",
)  # fmt: skip
_ABOUT = (
    (PetitionAbout.BEHAVIOUR, "Hành vi hành chính"),
    (PetitionAbout.REGULATION, "Quy định hành chính"),
)
_STATES = (
    (PetitionState.NEW, "Mới"),
    (PetitionState.RECEIVED, "Đã tiếp nhận"),
    (PetitionState.REFUSED, "Từ chối"),
    (PetitionState.TRANSFERRED, "Đã chuyển"),
    (PetitionState.NEEDS_MORE, "Chờ bổ sung"),
    (PetitionState.IN_PROGRESS, "Đang xử lý"),
    (PetitionState.AWAITS_PUBLICATION, "Chờ công khai"),
    (PetitionState.PUBLISHED, "Đã công khai"),
)
_LEVELS = ((ProcedureLevel.PROVINCE, "Cấp tỉnh"), (ProcedureLevel.COMMUNE, "Cấp xã"))
_ONLINE = (
    (OnlineLevel.NONE, "Không trực tuyến"),
    (OnlineLevel.PARTLY, "Một phần"),
    (OnlineLevel.WHOLE, "Toàn trình"),
)
_DAY, _COUNT, _AMOUNT = FieldKind.DAY, FieldKind.COUNT, FieldKind.AMOUNT

PETITIONS = Register(
    Petition.register,
    "Sổ phản ánh, kiến nghị",
    Petition,
    (
        EntryField("number", "Số thứ tự"),
        EntryField("received_on", "Ngày nhận", _DAY, required=True),
        EntryField("channel", "Kênh tiếp nhận"),
        EntryField("sender", "Người gửi", personal=True),
        EntryField("contact", "Liên hệ", personal=True),
        EntryField("about", "Loại", FieldKind.CHOICE, choices=_ABOUT),
        EntryField("field", "Lĩnh vực"),
        EntryField("procedure", "Thủ tục hành chính"),
        EntryField("summary", "Tóm tắt nội dung", required=True),
        EntryField("state", "Trạng thái", FieldKind.CHOICE, choices=_STATES),
        EntryField("transferred_to", "Nơi chuyển đến"),
        EntryField("transferred_on", "Ngày chuyển", _DAY),
        EntryField("division", "Đơn vị xử lý"),
        EntryField("answered_on", "Ngày trả lời", _DAY),
        EntryField("outcome", "Kết quả xử lý"),
        EntryField("answer_number", "Số văn bản trả lời"),
        EntryField("published_on", "Ngày công khai", _DAY),
        EntryField("link", "Nơi công khai"),
        EntryField("satisfaction", "Đánh giá hài lòng"),
    ),
)
ACTIVITIES = Register(
    Activity.register,
    "Sổ hoạt động truyền thông",
    Activity,
    (
        EntryField("day", "Ngày", _DAY, required=True),
        EntryField("division", "Đơn vị"),
        EntryField("kind", "Hình thức", required=True),
        EntryField("title", "Tên, nội dung", required=True),
        EntryField("topic", "Nội dung tuyên truyền"),
        EntryField("channel", "Kênh, nơi đăng"),
        EntryField("quantity", "Số lượng", _AMOUNT),
        EntryField("unit", "Đơn vị tính"),
        EntryField("people", "Lượt người tiếp cận", _COUNT),
        EntryField("cost", "Kinh phí (đồng)", _AMOUNT),
        EntryField("evidence", "Minh chứng"),
        EntryField("task", "Nhiệm vụ trong kế hoạch"),
    ),
)
ACTIVITY_TARGETS = Register(
    ActivityTarget.register,
    "Chỉ tiêu truyền thông năm",
    ActivityTarget,
    (
        EntryField("year", "Năm", _COUNT, required=True),
        EntryField("kind", "Hình thức", required=True),
        EntryField("target", "Chỉ tiêu", _AMOUNT, required=True),
        EntryField("unit", "Đơn vị tính"),
    ),
    unique=("year", "kind", "unit"),
)
INDEX = Register(
    IndexFigure.register,
    "Bảng theo dõi bộ chỉ số 766",
    IndexFigure,
    (
        EntryField("period", "Kỳ", FieldKind.PERIOD, required=True),
        EntryField("indicator", "Chỉ tiêu", required=True),
        EntryField("numerator", "Tử số", _AMOUNT),
        EntryField("denominator", "Mẫu số", _AMOUNT),
        EntryField("portal_score", "Điểm trên Cổng", _AMOUNT),
    ),
    unique=("period", "indicator"),
)
INDICATOR_LIMITS = Register(
    IndicatorLimit.register,
    "Điểm tối đa của chỉ tiêu",
    IndicatorLimit,
    (
        EntryField("indicator", "Chỉ tiêu", required=True),
        EntryField("maximum", "Điểm tối đa", _AMOUNT, required=True),
        EntryField("threshold", "Ngưỡng (%)", _AMOUNT),
    ),
    unique=("indicator",),
)
PROCEDURES = Register(
    Procedure.register,
    "Danh mục thủ tục hành chính của Sở",
    Procedure,
    (
        EntryField("code", "Mã số", required=True),
        EntryField("name", "Tên thủ tục", required=True),
        EntryField("field", "Lĩnh vực"),
        EntryField("level", "Cấp giải quyết", FieldKind.CHOICE, choices=_LEVELS),
        EntryField("decision", "Quyết định công bố"),
        EntryField("decided_on", "Ngày công bố", _DAY),
        EntryField("ended_on", "Ngày bãi bỏ", _DAY),
        EntryField("one_stop", "Thực hiện một cửa", FieldKind.YES_NO),
        EntryField("process", "Quy trình nội bộ"),
        EntryField("online", "Mức độ trực tuyến", FieldKind.CHOICE, choices=_ONLINE),
        EntryField("independent_of_place", "Phi địa giới", FieldKind.YES_NO),
        EntryField("published_where", "Nơi niêm yết, công khai"),
        EntryField("published_on", "Ngày công khai", _DAY),
    ),
    unique=("code", "ended_on"),
)
DIFFICULTIES = Register(
    Difficulty.register,
    "Sổ khó khăn, vướng mắc",
    Difficulty,
    (
        EntryField("raised_on", "Ngày nêu", _DAY, required=True),
        EntryField("division", "Đơn vị nêu"),
        EntryField("task", "Nhiệm vụ"),
        EntryField("text", "Khó khăn, vướng mắc", required=True),
        EntryField("answer", "Trả lời"),
        EntryField("answered_on", "Ngày trả lời", _DAY),
    ),
)
REGISTERS: dict[str, Register] = {
    one.key: one
    for one in (
        PETITIONS, ACTIVITIES, ACTIVITY_TARGETS, INDEX, INDICATOR_LIMITS, PROCEDURES, DIFFICULTIES,
    )
}  # fmt: skip
