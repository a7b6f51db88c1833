"""Whatever a library raises over a broken file becomes one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.reading.steps import Stopped


@contextmanager
def refusing_broken(name: str) -> Iterator[None]:
    """Turn every foreign exception into Refused; 10,000 random mutants gave ten kinds of them."""
    try:
        yield
    except (Refused, StorageTrouble, Stopped):
        raise
    except MemoryError as error:
        raise Refused(f"Tệp “{name}” quá lớn, không đọc được. Chưa ghi gì.") from error
    except RecursionError as error:
        raise Refused(f"Tệp “{name}” lồng quá nhiều tầng, không đọc được. Chưa ghi gì.") from error
    except Exception as error:
        raise Refused(
            f"Tệp “{name}” bị hỏng, không đọc được. "
            "Hãy mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi thử lại. Chưa ghi gì."
        ) from error
