"""Every screen in a language that nobody speaks: whatever isn't in it escaped translation."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.fiscal import DOCUMENT_NAMES, RULES
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.users import Role, add_user, deactivate_user, list_users, set_pin
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.tour_tools import settle
from kioskifly_desktop.ui.support.parts import PARTS
from tests import (
    screenshots_authorize,
    screenshots_exchange,
    screenshots_people,
    screenshots_support,
)
from tests.pseudo import Marker, texts, unmarked
from tests.screenshots import Camera
from tests.walk import small_dialogs

if TYPE_CHECKING:
    from pathlib import Path

_WRITTEN = {
    "client": ("name", "phone", "address", "email", "notes", "lock_reason"),
    "user": ("name",),
    "register": ("name",),
    "product": ("name", "category", "supplier"),
    "printer": ("name", "address"),
    "expense_category": ("name",),
    "promotion": ("name",),
    "client_group": ("name",),
    "price_list": ("name",),
    "sale": ("label",),
    "sale_line": ("description",),
    "stock_move": ("reason",),
    "journal_entry": ("memo",),
    "message": ("text",),
    "promise": ("note",),
    "audit_event": ("subject", "detail", "words"),
    "setting": ("value",),
}
"""Columns of what people wrote, or of what is kept as it was said."""
_CAMERAS = {"Cocina", "Barra", "Oficina", "Guardando…", "zzz", "zoila"}
"""What the cameras write: printers that are gone by the end, how far a work is, what is sought."""
_NAMED = {"Gratis", "Comercio", "Cadena", "Prueba", "Cigarrillos", "Tabaco"}
"""Plans, and categories that the law says something of: names."""
_SPANISH = {"PaperView", "Bubble", "GuideList"}
"""What is printed or sent, for the shop's clients; the guide, which is in Spanish."""
_ANYWHERE = (
    r"\b(?:Ctrl|Alt|Shift|Enter|Esc|Tab|F\d+)\b",  # what is written on keys
    r"\b[A-Z]{1,3}X?-\d{5}-\d{8}\b",  # numbers of papers
    r"\b(?:CUI[TL]|CDI|DNI|L[EC]|IVA|IIBB|ARCA|AFIP|CBU|WhatsApp|OpenAI|Kioskifly|KIOSKI)\b",
    r"\b(?:kg|[MKG]B|mm|ms|ml)\b",  # units
    r"^(?:English|Español)$",  # each language in its own words
    r"\bQt\b|https?://\S+",
    r"\bCP\d+\b|\bUTF-8\b|\bWindows-1252\b|\{nombre\}",
    r"(?:/[\w .+-]+){2,}|\b[\w-]+\.(?:db|kfly|csv|xlsx)\b",  # files and addresses
)
_WORD = re.compile(r"[^\W\d_]{2,}")


class _Reader(Camera):
    """Goes where the camera goes, and keeps what stands there outside the marks."""

    def __init__(self, program: Program, out: Path) -> None:
        self.seen: dict[str, str] = {}
        super().__init__(program, out, "")

    def shoot(self, name: str) -> None:
        """Read what is shown."""
        settle()
        for widget in QApplication.allWidgets():
            kind = type(widget).__name__
            if widget.isVisible() and kind not in _SPANISH:
                for place, text in texts(widget):
                    if _WORD.search(unmarked(text)):
                        self.seen.setdefault(text, f"{name}: {kind} {place}")


class _Other:
    """The cameras of fewer screens, reading too."""

    program: Program
    reader: _Reader

    def shoot(self, name: str, _of: object = None) -> None:
        self.reader.shoot(name)


class _People(_Other, screenshots_people._Camera): ...


class _Authorize(_Other, screenshots_authorize._Camera): ...


@pytest.fixture
def program(qapp, qtbot, tmp_path):
    """The demo shop in the language of the marks."""
    create_demo_shop(tmp_path / "shop")
    marker = Marker(qapp)
    program = Program(tmp_path / "shop")
    program.close(copy=False)
    qapp.installTranslator(marker)
    program = Program(tmp_path / "shop")
    qtbot.addWidget(program.window)
    program.window.resize(1366, 768)
    program.window.show()
    yield program
    program.close(copy=False)
    qapp.removeTranslator(marker)


def _data(folder: Path) -> set[str]:
    """Return what people wrote in a shop: each text, its parts, and people's first names."""
    found: set[str] = set()
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        for table, columns in _WRITTEN.items():
            known = {row[1] for row in file.execute(f"PRAGMA table_info({table})")}
            for column in known & set(columns):
                found |= {row[0] for row in file.execute(f"SELECT {column} FROM {table}")} - {None}
        names = file.execute("SELECT name FROM client UNION SELECT name FROM user").fetchall()
        found |= {name.split()[0] for (name,) in names}
    for text in [each for each in found if each[:1] == "{"]:
        found |= {value for value in json.loads(text).values() if isinstance(value, str)}
    files = f"{screenshots_exchange._CLIENTS};{screenshots_exchange._PRODUCTS}"
    found |= set(re.split(r"[;\n]", files))
    found |= {part for text in found for part in re.split(r"\n| · ", text)}
    found |= (
        _CAMERAS
        | _NAMED
        | set(screenshots_support.NOTES.split("\n"))
        | set(PARTS)
        | {licence for licence in PARTS.values() if not isinstance(licence, Phrase)}
        | set(DOCUMENT_NAMES.values())
        | {rule.name for rule in RULES.values()}
    )
    found |= {rule.short_name for rule in RULES.values()}
    return {text for text in found if len(text) > 1}


def _escaped(seen: dict[str, str], data: set[str]) -> dict[str, str]:
    known = sorted(map(re.escape, data), key=len, reverse=True)
    written = re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)")
    anywhere = re.compile("|".join(_ANYWHERE))

    def is_known(text: str) -> bool:
        # Data may hold a unit, and a file's name may hold data.
        orders = ((written, anywhere), (anywhere, written))
        return any(not _WORD.search(last.sub(" ", first.sub(" ", text))) for first, last in orders)

    return {text: where for text, where in seen.items() if not is_known(unmarked(text))}


def _people(program: Program, reader: _Reader, out: Path) -> None:
    """Go where the PIN is asked for, and where the people are."""
    shop = program.shop
    admin, cashier = shop.read(list_users)
    shop.write(set_pin, admin.id, screenshots_people.PIN)
    other = shop.write(add_user, "Marta Giménez", Role.ADMIN, "1379")
    shop.switch_user(cashier)
    authorize = _Authorize(program, out)
    authorize.reader = reader
    authorize.sale()
    authorize.others()
    shop.switch_user(admin)
    shop.write(deactivate_user, other)
    people = _People(program, out)
    people.reader = reader
    people.lock()
    people.section()


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_no_screen_says_anything_that_is_not_translated(program, tmp_path):
    reader = _Reader(program, tmp_path)
    reader.run()
    for dialog in small_dialogs(program):
        dialog.open()
        reader.shoot(type(dialog).__name__)
        dialog.done(0)
    _people(program, reader, tmp_path)
    escaped = _escaped(reader.seen, _data(tmp_path / "shop"))
    assert not escaped, "\n".join(f"{where}: {text}" for text, where in escaped.items())
