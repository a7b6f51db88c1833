import time

import pytest

from tests.long_document import PAGES, long_document
from ui.pages.paginator import pages_one_by_one

MOST_SECONDS = 5.0
_FIRST_PAGE_SECONDS = 0.1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("is_table", [False, True])
def test_more_than_300_pages_are_set_within_five_seconds_of_cpu(is_table: bool) -> None:
    pages = pages_one_by_one(long_document(is_table=is_table))
    start = time.process_time()
    next(pages)
    first = time.process_time() - start
    count = 1 + sum(1 for _ in pages)
    spent = time.process_time() - start
    assert count >= PAGES
    assert first < _FIRST_PAGE_SECONDS
    assert spent < MOST_SECONDS
