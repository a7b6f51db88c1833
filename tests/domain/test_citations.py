from datetime import date

from tthc_desktop.domain.citations import CitedDocument, cited_documents


def test_number_day_and_issuer_are_read() -> None:
    text = (
        "Căn cứ Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Bộ trưởng, Chủ nhiệm Văn phòng "
        "Chính phủ hướng dẫn về nghiệp vụ; Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 "
        "của Chính phủ về kiểm soát thủ tục hành chính."
    )
    assert cited_documents(text) == (
        CitedDocument(
            "02/2017/TT-VPCP", date(2017, 10, 31), "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
        ),
        CitedDocument("63/2010/NĐ-CP", date(2010, 6, 8), "Chính phủ"),
    )


def test_what_is_not_written_is_none() -> None:
    assert cited_documents("Thực hiện Kế hoạch số 12/KH-UBND.") == (CitedDocument("12/KH-UBND"),)
    assert cited_documents("Căn cứ chức năng, nhiệm vụ được giao.") == ()


def test_an_impossible_day_is_no_day() -> None:
    (cited,) = cited_documents("Căn cứ Quyết định số 1/QĐ-UBND ngày 31/02/2026 của UBND tỉnh về x")
    assert (cited.day, cited.issuer) == (None, "UBND tỉnh")
