"""What may be loaded before the window is first painted; all else waits."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kioskifly_desktop.__main__ import opens_window
from kioskifly_desktop.ui import shell as seen
from kioskifly_desktop.ui.shell import leave_shell, load_behind, remember_look, show_shell
from kioskifly_desktop.ui.theme import Look, theme

_UNTIL_PAINTED = """
import sys
import kioskifly_desktop.__main__
from kioskifly_desktop.ui.shell import show_shell
assert show_shell().is_painted
print(*sorted(sys.modules))
"""
_ALLOWED = {
    "kioskifly_desktop",
    "kioskifly_desktop.__main__",
    "kioskifly_desktop.core",
    "kioskifly_desktop.core.phrases",
    "kioskifly_desktop.resources",
    "kioskifly_desktop.ui",
    "kioskifly_desktop.ui.application",
    "kioskifly_desktop.ui.keys",
    "kioskifly_desktop.ui.language",
    "kioskifly_desktop.ui.rail",
    "kioskifly_desktop.ui.sentences",
    "kioskifly_desktop.ui.shell",
    "kioskifly_desktop.ui.stylesheet",
    "kioskifly_desktop.ui.text_size",
    "kioskifly_desktop.ui.theme",
    "kioskifly_desktop.ui.tokens",
    "kioskifly_desktop.ui.widgets",
    "kioskifly_desktop.ui.widgets.icons",
    "kioskifly_desktop.ui.widgets.labels",
}
_QT = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "org"}


@pytest.fixture(scope="module")
def loaded():
    """The modules of a process whose window has just been painted."""
    command = [sys.executable, "-c", _UNTIL_PAINTED]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(ended.stdout.split())


def test_only_these_of_our_own_are_loaded_before_the_first_paint(loaded):
    own = {name for name in loaded if name.partition(".")[0] == "kioskifly_desktop"}
    errors = {name for name in own if name.startswith("kioskifly_desktop.core.errors")}
    assert own - errors == _ALLOWED


def test_of_other_projects_only_qt_is_loaded_before_the_first_paint(loaded):
    tops = {name.partition(".")[0] for name in loaded if not name.startswith("_")}
    assert tops - set(sys.stdlib_module_names) - {"kioskifly_desktop"} <= _QT


@pytest.mark.parametrize(
    "heavy",
    [
        *("sqlalchemy", "alembic", "reportlab", "escpos", "openai", "keyring", "stdnum"),
        *("openpyxl", "asyncio", "sqlite3", "hashlib", "email", "ssl"),
    ],
)
def test_nothing_heavy_is_loaded_before_the_first_paint(loaded, heavy):
    assert heavy not in loaded


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--data", "x"], True),
        (["--data=x", "--user", "Ana"], True),
        (["--data"], False),
        (["check"], False),
        (["--data", "x", "check"], False),
        (["--help"], False),
        (["--version"], False),
        (["--dat", "x"], False),
    ],
)
def test_the_shell_is_only_for_who_asks_for_the_window(arguments, opens):
    assert opens_window(arguments) is opens


@pytest.fixture
def shell(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(seen, "_look_file", lambda: tmp_path / "look.json")
    shell = show_shell()
    qtbot.addWidget(shell)
    yield shell
    leave_shell()


def test_the_shell_stays_painted_while_modules_load_and_then_leaves(qtbot, shell):
    assert shell.is_painted
    assert load_behind(shell, ("colorsys",))
    assert "colorsys" in sys.modules
    leave_shell()
    assert not shell.isVisible()


def test_a_module_that_fails_is_met_where_it_is_imported_again(qtbot, shell):
    assert load_behind(shell, ("kioskifly_desktop.no_such_module",))


def test_whoever_closes_the_shell_does_not_wait_for_the_program(qtbot, shell):
    shell.close()
    assert not load_behind(shell, ())


def test_the_shell_wears_the_last_look(qtbot, qapp, shell):
    theme.apply(qapp, Look.DARK, 125)
    remember_look()
    theme.apply(qapp, Look.LIGHT, 100)
    leave_shell()
    qtbot.addWidget(show_shell())
    assert (theme.look, theme.percent) == (Look.DARK, 125)
    theme.apply(qapp, Look.LIGHT, 100)


@pytest.mark.parametrize("words", ["", "{", "[]", '{"look": "blue"}', '{"look": 1, "percent": []}'])
def test_a_look_that_cannot_be_read_is_that_of_the_system(qtbot, qapp, shell, words):
    seen._look_file().write_text(words, encoding="utf-8")
    leave_shell()
    qtbot.addWidget(show_shell())
    assert theme.look is Look.SYSTEM
    theme.apply(qapp, Look.LIGHT, 100)
