"""What was typed and not recorded, period by period and unit by unit."""

from __future__ import annotations

from ui.details.result_draft import ResultDraft, rebased_draft

Key = tuple[str, str]
Kept = tuple[ResultDraft, ResultDraft]


class KeptDrafts:
    """Each draft with the record it was typed over."""

    def __init__(self) -> None:
        """Keep none."""
        self._kept: dict[Key, Kept] = {}

    def over(self, key: Key, now: ResultDraft) -> ResultDraft:
        """Return what was typed, over what is recorded *now*; the record where nothing was."""
        if key not in self._kept:
            return now
        draft = rebased_draft(*self._kept.pop(key), now)
        self.keep(key, draft, now)
        return draft

    def keep(self, key: Key, draft: ResultDraft, over: ResultDraft) -> None:
        """Keep what is typed over a record, or forget it where it says the same."""
        self._kept.pop(key, None)
        if draft != over:
            self._kept[key] = draft, over

    def typed(self, key: Key, otherwise: ResultDraft) -> ResultDraft:
        """Return what was typed, as it was."""
        return self._kept.get(key, (otherwise, otherwise))[0]

    def forget(self, key: Key) -> None:
        """Forget a draft: it is being recorded."""
        self._kept.pop(key, None)

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
