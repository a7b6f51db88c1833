"""The command line as tests call it."""

import json
from pathlib import Path
from typing import Any

import pytest


class Tthc:
    """The command line, called in this process on one data file."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys
        self.out = ""
        self.err = ""

    def run(self, *arguments: object) -> int:
        from tthc_desktop.__main__ import main

        self._capsys.readouterr()
        code = main([str(one) for one in arguments] + ["--data", str(self.data)])
        self.out, self.err = self._capsys.readouterr()
        return code

    def json(self, *arguments: object, code: int = 0) -> Any:  # noqa: ANN401 - any JSON
        assert self.run(*arguments, "--json") == code, self.err or self.out
        return json.loads(self.out)

    def plan_id(self, kind: str) -> str:
        plans: list[dict[str, str]] = self.json("plan", "list")
        return next(one["id"] for one in plans if one["kind"] == kind)
