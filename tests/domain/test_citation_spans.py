"""A citation runs from the kind of the document to the end of its title, and no further."""

from time import process_time

import pytest

from tthc_desktop.domain.citation_spans import citation_spans

# What is cited stands between « and ».
MARKED = """
Căn cứ «Quyết định số 12/QĐ-UBND ngày 25/12/2025 của UBND tỉnh về ban hành kế hoạch kiểm soát TTHC \
năm 2026». Sở Mẫu ban hành Kế hoạch năm 2026 như sau:
Thực hiện «Kế hoạch số 38/KH-UBND ngày 05/02/2026 của UBND tỉnh về truyền thông năm 2026», Sở Mẫu \
xây dựng kế hoạch năm 2026, cụ thể như sau:
Theo «Kế hoạch số 7/KH-UBND ngày 05/02/2026 của UBND tỉnh về truyền thông năm 2026 trên địa bàn \
tỉnh», Sở Mẫu tổ chức thực hiện năm 2026
Kết quả (theo «Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ về việc phê duyệt \
Bộ chỉ số (lần 2) năm 2026») trong năm 2026
Triển khai «Nghị quyết 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị» trong năm 2026
Theo «Kế hoạch số 12/KH-UBND năm 2026 của UBND tỉnh về rà soát»; hoàn thành năm 2026
theo «kế hoạch số 12/KH-UBND» trong năm 2026
Theo «Quyết định 15 ngày 05/01/2026» hoàn thành năm 2026
Có «Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ (đã được sửa đổi năm 2026)» và quy \
định năm 2026
Căn cứ «Quyết định số 9/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND TP. Mẫu về giao dự toán năm \
2026»; nhiệm vụ năm 2026
(KÈM THEO «QUYẾT ĐỊNH SỐ 9/QĐ-UBND NGÀY 05/01/2026 CỦA UBND TỈNH VỀ VIỆC NĂM 2026»)
Trả lời «Công văn ngày 05/01/2026 của Sở Nội vụ»; công việc năm 2026
Tuyên truyền «Luật Mẫu năm 2026» trong năm 2026
Theo «Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ \
hướng dẫn nghiệp vụ năm 2026».
"""


@pytest.mark.parametrize("marked", MARKED.strip().splitlines())
def test_a_citation_ends_with_its_title(marked: str) -> None:
    wanted = marked[marked.index("«") + 1 : marked.index("»")]
    text = marked.replace("«", "").replace("»", "")
    first = citation_spans(text)[0]
    assert text[first.start : first.end] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch kiểm soát thủ tục hành chính năm 2026",
        "(Kèm theo Kế hoạch số /KH-SM ngày /01/2026 của Sở Mẫu)",
        "Phổ biến pháp luật và kế hoạch năm 2026",
        "Tuyên truyền Luật Mẫu trong năm 2026",
        "Tuyên truyền Luật Mẫu và kế hoạch công tác năm 2026",
        "Gửi Báo cáo trước ngày 15/12/2026",
    ],
)
def test_what_has_no_number_is_no_citation(text: str) -> None:
    assert citation_spans(text) == ()


def test_several_documents_in_one_paragraph_are_told_apart() -> None:
    text = (
        "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành "
        "chính; Nghị định số 48/2013/NĐ-CP ngày 14/5/2013 của Chính phủ sửa đổi, bổ sung một số "
        "điều của các Nghị định."
    )
    spans = citation_spans(text)
    assert [one.number for one in spans] == ["63/2010/NĐ-CP", "48/2013/NĐ-CP"]
    titles = [text[one.title : one.end].strip() for one in spans]
    assert titles[0] == "về kiểm soát thủ tục hành chính"
    assert titles[1].startswith("sửa đổi, bổ sung")


def test_a_long_line_costs_little_time() -> None:
    start = process_time()
    assert len(citation_spans("Luật Mẫu sửa đổi, bổ sung " * 4000)) == 0
    text = "Kế hoạch số 1/KH-A ngày 05/01/2026 của Sở Mẫu về việc, " + "việc năm 2025, " * 8000
    assert len(citation_spans(text)) == 1
    text = "Kế hoạch số 1/KH-A của Sở Mẫu về việc " * 3000
    assert len(citation_spans(text)) == 3000
    assert process_time() - start < 5
