"""Which sheet a file is whose rows lost their identity: told by its rows and its unit's name."""

from __future__ import annotations

from tthc_desktop.sheets.progress_columns import HEADINGS
from tthc_desktop.sheets.returned_sheet import ReturnedSheet
from tthc_desktop.use_cases.merge_desk import MergeDesk, OpenedSheet
from tthc_desktop.vietnamese_text import clean_line, fold

_CONTENT = HEADINGS[1]
_LEAST_SHARE = 0.5


def sheet_by_words(
    desk: MergeDesk, returned: ReturnedSheet, plan_id: str | None
) -> OpenedSheet | None:
    """Return the newest sheet that holds most of the file's rows; None where none holds half.

    Of several the one whose unit is named above the table goes first.
    """
    rows = {fold(row.text(_CONTENT)) for row in returned.rows} - {""}
    if not rows:
        return None
    above = fold(" ".join(returned.above))
    newest = {
        (one.plan_id, one.unit_id, one.period): one
        for one in desk.heads()
        if plan_id in (None, one.plan_id)
    }
    best: tuple[float, bool, OpenedSheet] | None = None
    for head in newest.values():
        sheet = desk.sheet(head.id)
        if sheet is None:
            continue
        known = {fold(clean_line(one.content)) for one in sheet.rows.values()}
        known |= {fold(one) for one in sheet.groups}
        share = len(rows & known) / max(len(rows), 1)
        name = desk.directory.get(head.unit_id).name if head.unit_id else ""
        is_named = bool(name) and fold(name) in above
        if best is None or (is_named, share) >= (best[1], best[0]):
            best = (share, is_named, sheet)
    return best[2] if best is not None and best[0] >= _LEAST_SHARE else None
