"""The sample office with figures and registers of the second quarter, and its report in Word."""

from datetime import date
from pathlib import Path

from tests.use_cases.typed_entries import paste_rows
from tthc_desktop.__main__ import program_for
from tthc_desktop.domain.reporting.registers import (
    ACTIVITIES,
    ACTIVITY_TARGETS,
    DIFFICULTIES,
    INDEX,
    PETITIONS,
    PROCEDURES,
)
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.register_figures import count_form
from tthc_desktop.use_cases.reporting.report_export import export_report
from tthc_desktop.use_cases.reporting.reports import create_report, set_cause, set_figure

TODAY = date(2026, 6, 30)
_PETITIONS = (
    ("Ngày nhận", "Tóm tắt nội dung", "Loại", "Lĩnh vực", "Ngày trả lời", "Ngày công khai"),
    ("2/1/2026", "Hỏi phí", "Quy định hành chính", "Thương mại", "", ""),
    ("2/4/2026", "Chậm trả kết quả", "Hành vi hành chính", "Lưu trú", "5/5/2026", "6/5/2026"),
    ("3/4/2026", "Hỏi thành phần hồ sơ", "Quy định hành chính", "Thương mại", "10/4/2026", ""),
    ("8/6/2026", "Mẫu đơn cũ", "Quy định hành chính", "Lưu trú", "", ""),
    ("20/6/2026", "Ngoài kỳ số liệu", "Quy định hành chính", "Lưu trú", "", ""),
)
_ACTIVITIES = (
    ("Ngày", "Hình thức", "Tên, nội dung", "Số lượng", "Đơn vị tính", "Minh chứng"),
    ("20/12/2025", "Tin, bài", "Tin cuối năm", "3", "tin", "Trang thông tin"),
    ("2/4/2026", "Tin, bài", "Tin về dịch vụ công", "6", "tin", "Trang thông tin"),
    ("10/5/2026", "Tin, bài", "Tin về số hóa", "2,5", "tin", "Trang thông tin"),
    ("12/5/2026", "Hội nghị, hội thảo", "Phổ biến quy định", "1", "hội nghị", "Ảnh chụp"),
)
_TARGETS = (
    ("Năm", "Hình thức", "Chỉ tiêu", "Đơn vị tính"), ("2026", "Tin, bài", "24", "tin"),
)  # fmt: skip
_INDEX = (
    ("Kỳ", "Chỉ tiêu", "Tử số", "Mẫu số", "Điểm trên Cổng"),
    ("2026-Q2", "2.1", "95", "100", "18,5"),
    ("2026-Q2", "5.2", "9", "10", ""),
    ("2026-Q2", "5.4", "45", "60", ""),
    ("2026-Q1", "2.1", "90", "100", "18"),
)
_PROCEDURES = (
    ("Mã số", "Tên thủ tục", "Cấp giải quyết", "Thực hiện một cửa", "Quy trình nội bộ"),
    ("1.001", "Cấp giấy phép bán lẻ", "Cấp tỉnh", "Có", "QĐ 12"),
    ("1.002", "Cấp lại giấy phép", "Cấp tỉnh", "Có", ""),
    ("1.003", "Đăng ký hộ lưu trú", "Cấp xã", "Có", "QĐ 14"),
    ("1.004", "Xác nhận thông báo", "Cấp tỉnh", "Không", ""),
)
_DIFFICULTIES = (
    ("Ngày nêu", "Đơn vị nêu", "Khó khăn, vướng mắc", "Trả lời", "Ngày trả lời"),
    ("3/4/2026", "Văn phòng", "Máy quét hỏng", "Đã thay máy", "9/4/2026"),
    ("4/5/2026", "Phòng Pháp chế", "Thiếu biểu mẫu", "", ""),
)
REGISTERS = (
    (PETITIONS, _PETITIONS), (ACTIVITIES, _ACTIVITIES), (ACTIVITY_TARGETS, _TARGETS),
    (INDEX, _INDEX), (PROCEDURES, _PROCEDURES), (DIFFICULTIES, _DIFFICULTIES),
)  # fmt: skip
_FIRST = {
    "Thương mại": {4: 900, 5: 60, 6: 20, 8: 700, 9: 240, 10: 10, 12: 25, 13: 5},
    "Lưu trú": {4: 15, 5: 3, 6: 0, 8: 12, 9: 2, 10: 0, 12: 4, 13: 0},
}
_SECOND = {
    "Thương mại": {4: 1150, 5: 50, 6: 30, 8: 900, 9: 280, 10: 10, 12: 38, 13: 2},
    "Lưu trú": {4: 20, 5: 1, 6: 4, 8: 22, 9: 1, 10: 0, 12: 2, 13: 0},
}
_ONLINE = {
    "Thương mại": {4: 12, 5: 9, 6: 15, 7: 1200, 8: 1150, 9: 900, 10: 870, 11: 400, 12: 310},
    "Lưu trú": {4: 3, 5: 2, 6: 4, 7: 21, 8: 20, 9: 18, 10: 17, 11: 12, 12: 9},
}


def fill(units: UnitsOfWork) -> str:
    """Write two quarters and the registers; return the id of the second quarter's report."""
    for register, rows in REGISTERS:
        assert paste_rows(units, register, rows, today=TODAY) == ()
    first = create_report(units, ReportKind.CONTROL, "2026-Q1")
    _type(units, first.id, "II.06a", _FIRST)
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    _type(units, report.id, "II.06a", _SECOND)
    _type(units, report.id, "II.08", _ONLINE)
    set_cause(units, report.id, "II.06a", "Thương mại", "Phải lấy ý kiến nhiều cơ quan")
    for form in ("II.05", "II.07b"):
        count_form(units, report.id, form)
    return report.id


def _type(units: UnitsOfWork, report_id: str, form: str, rows: dict[str, dict[int, int]]) -> None:
    for label, figures in rows.items():
        for column, value in figures.items():
            set_figure(units, report_id, form, label, column, str(value))


def export(units: UnitsOfWork, report_id: str, to: Path) -> Path:
    """Write the report as the window does."""
    painter = program_for(lambda: TODAY).new_painter
    export_report(units, report_id, to, today=TODAY, new_painter=painter, force=True)
    return to
