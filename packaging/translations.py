#!/usr/bin/env python3
"""The screens' texts for Qt Linguist, and their translation as the program reads it.

`python packaging/translations.py` collects the texts of the code into the .ts files, says which of
them nobody has translated, and builds the .qm files; with --build it only builds these.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent
ANYWHERE = "*"


def collect(ts: Path) -> None:
    """Put the texts of the code in `ts`; its translations stay, what is gone goes."""
    code = sorted(str(path) for path in (ROOT / "kioskifly_desktop").rglob("*.py"))
    options = ("-no-obsolete", "-locations", "none", "-sort-messages", "-silent")
    # Only the very same text is taken from another context: one alike may say another thing.
    options += ("-disable-heuristic", "similartext")
    options += ("-source-language", "es_AR", "-target-language", "en")
    names = ("-tr-function-alias", "tr+=_tr,QT_TR_NOOP+=Phrase,QT_TRANSLATE_NOOP+=phrase_of")
    _run("pyside6-lupdate", *code, *options, *names, "-ts", str(ts))


def build(ts: Path, qm: Path) -> None:
    """Make `qm` of `ts`, with the context of what all the others say alike."""
    tree = ET.parse(ts)  # noqa: S314 - a file of ours
    anywhere = ET.SubElement(tree.getroot(), "context")
    ET.SubElement(anywhere, "name").text = ANYWHERE
    for source, said in sorted(_said(tree).items()):
        # A text without a context is a function's: it is asked for by a name of its own.
        words = said.get("") or (next(iter(said.values())) if len({*said.values()}) == 1 else "")
        if words:
            message = ET.SubElement(anywhere, "message")
            ET.SubElement(message, "source").text = source
            ET.SubElement(message, "translation").text = words
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / ts.name
        tree.write(whole, encoding="utf-8", xml_declaration=True)
        qm.unlink(missing_ok=True)
        _run("pyside6-lrelease", "-silent", str(whole), "-qm", str(qm))


def unfinished(ts: Path) -> list[str]:
    """Return the texts of `ts` that nobody has translated, each with its context."""
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ET.parse(ts).getroot().iter("context")  # noqa: S314 - a file of ours
        for message in context.iter("message")
        if _is_unfinished(message)
    ]


def _is_unfinished(message: ET.Element) -> bool:
    translation = message.find("translation")
    return translation is None or translation.get("type") is not None or not translation.text


def _said(tree: ET.ElementTree) -> dict[str, dict[str, str]]:
    """Return each text that is translated, with what it is in each context."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            if not _is_unfinished(message):
                source = message.findtext("source", "")
                name = context.findtext("name", "")
                said[source][name] = message.findtext("translation", "")
    return said


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], check=True)  # noqa: S603 - Qt's, of this environment


def main(arguments: list[str]) -> int:
    """Collect, unless only asked to build, and build."""
    left = 0
    for ts in sorted(FOLDER.glob("*.ts")):
        if "--build" not in arguments:
            collect(ts)
            for each in unfinished(ts):
                print(f"{ts.name}: {each}")
                left += 1
        build(ts, ts.with_suffix(".qm"))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
