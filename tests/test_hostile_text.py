"""Texts that mean something to a machine, wherever people can write: on every screen they are text.

The screens are those that are photographed; where one has a field, everything nasty is typed there.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kioskifly_desktop import ui
from kioskifly_desktop.app import Program
from kioskifly_desktop.core.access import make_rescue_code
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.settings import save_shop_profile, shop_profile
from kioskifly_desktop.core.users import set_pin
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.tour_tools import picture_of, settle
from kioskifly_desktop.ui.offers.payload_dialog import PayloadDialog
from kioskifly_desktop.ui.people.rescue_dialog import RescueDialog
from kioskifly_desktop.ui.sessions.cash_dialogs import CashDialog
from kioskifly_desktop.ui.settings.rescue_code import RescueCodeDialog
from kioskifly_desktop.ui.small_form import SmallForm
from tests.screenshots import Camera
from tests.walk import small_dialogs

pytestmark = pytest.mark.long

HOSTILE = "<img src=x><b>&nu</b> %s {0} \"'; -- 😀 é́ 李 שלום"
"""What a name may be: nothing of it is left out when it is kept."""
NASTY = (
    HOSTILE,
    "x" * 5_000,
    "a\0b\x1b@\x1dV\x07\r\n\t\u2028c",
    "\u202e\u2066\ufeff\u200b",
    "\ud800",
    "-0,00",
    "9" * 30,
    "٣٤٥,٦",
    "1e9999",
    "=HYPERLINK(1)",
    "' OR 1=1; DROP TABLE client; --",
    "%n%s%d{}{0}{x!r}",
    "   ",
)
_NO_WRITING = {CashDialog, SmallForm, PayloadDialog}
"""Two that others are made of, and one that only shows."""
_FREE = {
    "user": ("name",),
    "journal_entry": ("memo",),
    "client": ("name", "address", "email", "notes", "lock_reason"),
    "register": ("name",),
    "product": ("name", "category", "supplier"),
    "stock_move": ("reason",),
    "sale_line": ("description",),
    "printer": ("name",),
    "message": ("text",),
    "message_product": ("name",),
    "promise": ("note",),
    "audit_event": ("subject", "detail", "words"),
    "price_batch": ("category", "supplier"),
    "expense_category": ("name",),
}
"""Columns of what people write."""
_GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


@pytest.fixture
def program(qtbot, tmp_path):
    """A shop in which all that has a name has a hostile one."""
    create_demo_shop(tmp_path / "shop")
    with closing(sqlite3.connect(tmp_path / "shop" / FILE_NAME, isolation_level=None)) as file:
        guards = file.execute(_GUARDS).fetchall()
        for name, _ in guards:
            file.execute(f"DROP TRIGGER {name}")
        for table, columns in _FREE.items():
            for column in columns:
                file.execute(
                    f"UPDATE {table} SET {column} = {column} || ' ' || ? WHERE {column} <> ''",
                    (HOSTILE,),
                )
        for _, sql in guards:
            file.execute(sql)
    program = Program(tmp_path / "shop")
    shop = program.shop
    shop.write(save_printer, Printer(0, HOSTILE, Transport.TCP, "127.0.0.1:9", 48))
    profile = shop.read(shop_profile)
    shop.write(save_shop_profile, replace(profile, name="<b>&nu</b> %s {0}", footer=HOSTILE[:40]))
    qtbot.addWidget(program.window)
    program.window.resize(1366, 768)
    program.window.show()
    yield program
    program.close()


class Reader(Camera):
    """Goes where the camera goes, reads what is there and types nasty things into it."""

    def __init__(self, program, out):
        self.wrong: set[str] = set()
        self.typed: set[str] = set()
        super().__init__(program, out, "hostile")

    def shoot(self, name):
        settle()
        picture_of(self.window)
        self._read(name)
        front = QApplication.activeModalWidget() or self.window
        for field in _fields(front):
            self.typed.add(f"{name}: {type(front).__name__}.{field.accessibleName()}")
            _spoil(field)
        settle()
        picture_of(self.window)
        self._read(name)

    def _read(self, name):
        for widget in QApplication.allWidgets():
            if not widget.isVisible():
                continue
            for trouble in _troubles(widget):
                self.wrong.add(f"{name}: {type(widget).__name__} {trouble}")


def _fields(front):
    fields = [*front.findChildren(QLineEdit), *front.findChildren(QPlainTextEdit)]
    return [
        each for each in fields if each.isVisible() and each.isEnabled() and not each.isReadOnly()
    ]


def _spoil(field):
    """Paste everything nasty, one after another, and leave the field as it was."""
    several = isinstance(field, QPlainTextEdit)
    before = field.toPlainText() if several else field.text()
    for text in NASTY:
        field.selectAll()
        if several:
            field.insertPlainText(text)
        else:
            field.insert(text)
        QApplication.processEvents()
    if several:
        field.setPlainText(before)
    else:
        field.setText(before)
    QApplication.processEvents()


def _troubles(widget: QWidget):
    if isinstance(widget, QLabel):
        rich = widget.textFormat() is not Qt.TextFormat.PlainText
        if rich and ("<img" in widget.text() or "<b>" in widget.text()):
            yield f"reads as HTML: {widget.text()[:80]}"
    if "<img" in widget.toolTip() or "<b>&nu" in widget.toolTip():
        yield f"tooltip reads as HTML: {widget.toolTip()[:80]}"
    words = [action.text() for action in widget.actions()]
    if isinstance(widget, QAbstractButton):
        words.append(widget.text())
    for each in words:
        if "&nu" in each.replace("&&", ""):
            yield f"hides an ampersand: {each[:80]}"


def _with_fields():
    """Return the names of the dialogs that have fields to type into."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    return {
        kind.__name__
        for kind in _below(QDialog)
        if kind.__module__.startswith(ui.__name__)
        and kind not in _NO_WRITING
        and re.search(r"(Line|Money|Quantity|PlainText|Search)Edit\(", inspect.getsource(kind))
    }


def _below(kind):
    return {each for child in kind.__subclasses__() for each in (child, *_below(child))}


def _of_a_pin(program):
    """Give the dialogs that ask for a PIN or for what stands in its place."""
    shop, window = program.shop, program.window
    shop.write(set_pin, shop.user.id, "2468")
    shop.write(make_rescue_code)
    yield RescueCodeDialog(window, shop)
    yield RescueDialog(window, shop, shop.user)


def _walked(typed):
    return {each.partition(": ")[2].partition(".")[0] for each in typed}


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_on_every_screen_a_hostile_text_is_a_text(program, tmp_path):
    reader = Reader(program, tmp_path)
    reader.run()
    for dialog in small_dialogs(program):
        dialog.open()
        reader.shoot(type(dialog).__name__)
        dialog.done(0)
    for dialog in _of_a_pin(program):
        dialog.open()
        reader.shoot(type(dialog).__name__)
        dialog.done(0)
    assert {words.partition(": ")[2] for words in reader.wrong} == set()
    assert program.shop.read(check) == []
    assert _with_fields() - _walked(reader.typed) == set()
