"""What the documents name is in the code, and stands where they say."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kioskifly_desktop"
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
WITH_NAMES = (ROOT / "docs/architecture.md", ROOT / "docs/glossary.md")
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
PLACES = "adapters|core|demo|docs|packaging|resources|tests|ui"


def _words():
    """Return every name that stands in the code, and what every file is called."""
    sources = [
        path for top in (PACKAGE, ROOT / "tests", ROOT / "packaging") for path in top.rglob("*.py")
    ]
    found = {path.stem for path in sources}
    return found.union(*(re.findall(r"\w+", path.read_text("utf-8")) for path in sources))


def _found(place):
    """Return the files or folders that a document means by a place in the tree or the program."""
    at = Path(place.rstrip("./"))
    folders = (ROOT / at.parent, PACKAGE / at.parent)
    return [
        path
        for folder in folders
        for path in folder.glob(f"{at.name}*")
        # A decision goes by its number, a module by its name.
        if at.name in {path.name, path.stem} or path.name.startswith(f"{at.name}-")
    ]


def _source(place):
    """Return the text of a module, or of all of a folder's."""
    return "\n".join(
        file.read_text(encoding="utf-8")
        for path in _found(place)
        for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])
    )


def _blocks():
    return ARCHITECTURE.split("```")[1::2]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_place_that_is_named_exists(document):
    text = document.read_text(encoding="utf-8")
    named = re.findall(rf"(?<![\w/.])(?:{PLACES})/[\w./-]*\w", text)
    # A name within a module may follow it: `ui/sounds.Bell`.
    lost = [
        place
        for place in named
        if not _found(place)
        and place.rpartition(".")[2] not in re.findall(r"\w+", _source(place.rpartition(".")[0]))
    ]
    assert lost == []


@pytest.mark.parametrize("document", WITH_NAMES, ids=lambda path: path.name)
def test_every_name_stands_in_the_code(document):
    words = _words()
    quoted = re.findall(r"`([^`\n]+)`", document.read_text(encoding="utf-8"))
    lost = [
        name
        for name in quoted
        if re.fullmatch(r"…?[A-Za-z_][\w.]*…?", name)
        for part in re.findall(r"\w+", name)
        if not any(
            word == part
            or (name.endswith("…") and word.startswith(part))
            or (name.startswith("…") and word.endswith(part))
            for word in words
        )
    ]
    assert lost == []


def test_every_arrow_leads_where_it_says():
    lines = [line for block in _blocks() for line in block.splitlines()]
    steps = [
        found.groups()
        for line in lines
        if (found := re.match(rf" *(\S+) {{2,}}((?:{PLACES})/[\w/]+) {{2,}}", line))
    ]
    within = [
        (found[2], f"core/{found[1]}")
        for line in lines
        if (found := re.match(r" +(ledger|vouchers|outbox)\.(\w+) {2,}", line))
    ]
    assert len(steps) > 10
    assert len(within) == 3
    assert [
        (name, place)
        for name, place in steps + within
        if name.isidentifier()
        and not re.search(rf"\b(?:def|class) {name}\b", _source(place))
        and not _found(f"{place}/{name}")
    ] == []


def test_the_parts_of_core_stand_in_the_order_that_its_contract_keeps():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        contract
        for contract in pyproject["tool"]["importlinter"]["contracts"]
        if contract["name"] == "Core features depend in one order"
    )
    heights = {
        name: height
        for height, layer in enumerate(contract["layers"])
        for name in re.findall(r"\w+", layer)
    }
    (block,) = (block for block in _blocks() if "\ncheck, shop_file " in block)
    told = [
        name
        for line in block.splitlines()
        if line[:1].isalpha()
        for name in re.findall(r"\w+", re.split(r" {2,}", line)[0])
    ]
    assert sorted(told) == sorted(heights)
    assert [heights[name] for name in told] == sorted(heights[name] for name in told)
