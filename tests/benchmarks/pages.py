"""A plan of about 300 pages laid out, set to pages and painted to a PDF: seconds of CPU."""

import tempfile
from functools import partial
from pathlib import Path

from tests.benchmark_ratio import cpu
from tests.long_document import long_document
from ui.pages.paginator import paginate
from ui.pages.painter import QtPagePainter

TARGET = 5.0


def main() -> None:
    painter = QtPagePainter()
    for name, is_table in (("text", False), ("table", True)):
        layout = long_document(is_table=is_table)
        pages = len(paginate(layout).pages)
        spent = cpu(partial(paginate, layout))
        told = "ok" if spent <= TARGET else "OVER"
        print(f"{name}: {pages} pages set in {spent:.2f} s of CPU, target {TARGET:g}: {told}")
        with tempfile.TemporaryDirectory() as folder:
            to = Path(folder) / "k.pdf"
            spent = cpu(partial(painter.write_pdf, layout, to))
        print(f"{name}: {pages} pages as PDF in {spent:.2f} s of CPU")


if __name__ == "__main__":
    main()
