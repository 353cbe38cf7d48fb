"""Gathers the licences of the program's parts: `python packaging/parts.py build/licences`."""

from __future__ import annotations

import shutil
import sys
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
TEXTS = ("LICEN", "COPYING", "NOTICE")


def parts() -> list[Distribution]:
    """Return what the program needs, and what that needs, as far as it is installed here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [(Requirement(each), "") for each in project["dependencies"]]
    found: dict[str, Distribution] = {}
    while waiting:
        wanted, extra = waiting.pop()
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue  # of another system, or an extra that nobody asked for
        part = distribution(wanted.name)
        needs = [Requirement(each) for each in part.requires or ()]
        if canonicalize_name(wanted.name) not in found:
            found[canonicalize_name(wanted.name)] = part
            waiting += [(each, "") for each in needs]
        waiting += [(each, asked) for asked in wanted.extras for each in needs if each.marker]
    return [found[name] for name in sorted(found)]


def licence(part: Distribution) -> str:
    """Return the licence a part names, in a line."""
    data = part.metadata
    classified = [
        each.rpartition(" :: ")[2]
        for each in data.get_all("Classifier") or ()
        if each.startswith("License :: ")
    ]
    named = data.get("License-Expression") or data.get("License") or ""
    return (named if named and "\n" not in named else ", ".join(classified)) or "see its folder"


def main(folder: Path) -> None:
    """Write PARTS.txt, each part's own texts, and those of Qt and Python, into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = [f"Python {sys.version.split()[0]}: PSF-2.0"]
    for part in parts():
        lines.append(f"{part.name} {part.version}: {licence(part)}")
        for file in part.files or ():
            if ".dist-info" in str(file) and any(each in file.name.upper() for each in TEXTS):
                text = folder / part.name / file.name
                text.parent.mkdir(exist_ok=True)
                shutil.copyfile(file.locate(), text)
    for each in (ROOT / "packaging" / "licences").iterdir():
        shutil.copyfile(each, folder / each.name)
    for own in (ROOT / "resources").glob("*/LICENSE*"):
        shutil.copyfile(own, folder / f"{own.parent.name}-{own.name}")
    python = Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}")
    for text in (python / "LICENSE.txt", Path(sys.base_prefix, "LICENSE.txt")):
        if text.is_file():
            shutil.copyfile(text, folder / "Python-LICENSE.txt")
    (folder / "PARTS.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
