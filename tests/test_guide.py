"""The guide says what the program shows: words, keys, links and pictures can't drift."""

import ast
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from kioskifly_desktop import resources
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.guide import KEYS_PAGE, PAGES, keys_markdown
from tests.screenshots_guide import LARGEST, PICTURES

ROOT = Path(__file__).parent.parent
FILES = sorted(resources.GUIDE.glob("*.md"))
PLAIN_KEYS = {"Tab", "Enter", "Esc", "+", "3*"}
"""What is pressed or written without being a shortcut."""
ALL_TOGETHER = 2_000_000


@cache
def words_of_the_program():
    """Return every text of the code, as a label would show it."""
    found = set()
    for source in (ROOT / "kioskifly_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value.strip())
    return found


def without_commands(text):
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_word_of_the_screen_is_on_a_screen(file):
    # What ends with a colon is the guide's own.
    bold = re.findall(r"\*\*(.+?)\*\*", file.read_text(encoding="utf-8"), re.DOTALL)
    named = {" ".join(each.split()) for each in bold if not each.endswith(":")}
    assert named - words_of_the_program() == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_key_that_is_named_does_something(file):
    text = without_commands(file.read_text(encoding="utf-8"))
    named = set(re.findall(r"`([^`]+)`", text))
    assert named - PLAIN_KEYS - {keys.cap(key) for key in keys.KEYS} == set()


@pytest.mark.parametrize("file", [*FILES, ROOT / "README.md"], ids=lambda file: file.stem)
def test_a_page_has_a_title_and_its_links_lead_somewhere(file):
    text = file.read_text(encoding="utf-8")
    assert re.match(r"# \S", text)
    assert len(re.findall(r"^# ", without_commands(text), re.MULTILINE)) == 1
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        if "://" not in target:
            assert (file.parent / target).exists(), target


def test_the_index_and_the_program_have_every_page():
    names = {file.stem for file in FILES}
    assert names == set(PAGES)
    linked = set(
        re.findall(r"\(([\w-]+)\.md\)", (resources.GUIDE / "README.md").read_text("utf-8"))
    )
    assert linked == names - {"README"}


def test_every_picture_is_used_and_says_what_it_shows():
    text = "".join(file.read_text(encoding="utf-8") for file in FILES)
    shown = re.findall(r"!\[(.*?)\]\(imagenes/(.+?)\)", text)
    used = {name: words for words, name in shown}
    assert used.keys() == {file.name for file in (resources.GUIDE / "imagenes").iterdir()}
    assert all(used.values())


def test_the_pictures_are_those_of_the_one_command_and_small():
    made = {ROOT / place for places in PICTURES.values() for place in places}
    kept = set((resources.GUIDE / "imagenes").iterdir())
    assert kept <= made
    assert all(file.is_file() for file in made)
    sizes = [file.stat().st_size for file in made]
    assert max(sizes) <= LARGEST
    assert sum(sizes) <= ALL_TOGETHER
    for file in made:
        with Image.open(file) as image:
            assert image.mode == "P", file.name


@pytest.mark.long
def test_the_pictures_are_of_the_program_as_it_is(tmp_path):
    command = [sys.executable, "-m", "tests.screenshots_guide", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    other = [
        place
        for places in PICTURES.values()
        for place in places
        if (tmp_path / place).read_bytes() != (ROOT / place).read_bytes()
    ]
    assert other == [], "make screenshots takes them again"


def test_the_page_of_the_keys_is_the_table_of_the_program():
    text = (resources.GUIDE / f"{KEYS_PAGE}.md").read_text(encoding="utf-8")
    intro, heading, table = text.partition("\n## ")
    assert heading + table == "\n" + keys_markdown()
    assert "Ajustes" in intro
