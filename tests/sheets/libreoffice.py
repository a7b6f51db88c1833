"""LibreOffice without a window: files saved again, calculated anew, sorted, printed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

IS_MISSING = shutil.which("soffice") is None
NEEDED = [
    pytest.mark.soffice,
    pytest.mark.skipif(IS_MISSING, reason="soffice is not installed"),
]
# Always calculate what is loaded; by itself LibreOffice trusts the values in the file.
_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def convert(path: Path, kind: str) -> Path:
    """Open a file and save it as *kind* into a folder of that name."""
    return convert_all([path], kind)[0]


def convert_all(paths: Sequence[Path], kind: str) -> list[Path]:
    """Convert files of one folder in one run."""
    folder = paths[0].parent
    target = folder / kind
    run(folder, "--convert-to", kind, "--outdir", str(target), *map(str, paths))
    return [target / f"{one.stem}.{kind}" for one in paths]


def run(folder: Path, *arguments: str) -> None:
    """Run LibreOffice with a profile of its own in *folder*."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.write_text(_RECALCULATE, encoding="utf-8")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *arguments],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip


def sorted_by(path: Path, *, column: int, table: str) -> Path:
    """Sort the rows of *table* (its first row are headings) by a column, as a person does."""
    target = path.with_name("đã xếp.xlsx")
    library = path.parent / "profile" / "user" / "basic" / "Standard"
    convert(path, "csv")  # makes the profile
    library.mkdir(parents=True, exist_ok=True)
    macro = _SORT.format(source=path.as_uri(), target=target.as_uri(), table=table, by=column - 1)
    (library / "Module1.xba").write_text(_MODULE.format(escape(macro)), encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    libraries = library.parent / "script.xlc"
    libraries.write_text(_LIBRARIES, encoding="utf-8")
    run(path.parent, "macro:///Standard.Module1.SortTable")
    return target


_SORT = """Sub SortTable
  Dim none() As New com.sun.star.beans.PropertyValue
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
  cells = document.Sheets.getByIndex(0).getCellRangeByName("{table}")
  Dim by(0) As New com.sun.star.table.TableSortField
  by(0).Field = {by}
  by(0).IsAscending = True
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = by()
  how(1).Name = "ContainsHeader"
  how(1).Value = True
  cells.sort(how())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL("{target}", kind())
  document.close(True)
End Sub
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{}</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/></library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard"
  xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""
