"""The program with its copies: the close, a copy brought back, and a shop that doesn't open."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop import app
from kioskifly_desktop.adapters.backups import copy_facts, list_copies, make_copy
from kioskifly_desktop.app import Program, Running
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import NotAShopError
from kioskifly_desktop.tour_tools import open_dialog
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.settings.restore_dialog import RestoreDialog
from tests.factories import make_client

SECONDS = 30_000


@pytest.fixture(autouse=True)
def _own_keys(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def _quiet_hooks(monkeypatch):
    """Leave uncaught errors to pytest, which fails on them."""
    monkeypatch.setattr(app, "_watch_for_bugs", lambda _window: None)


def _client(work: Any, /, name: str) -> None:
    make_client(work, name)


@pytest.fixture
def running(folder):
    result = Running(folder, "")
    yield result
    result.close()
    if result.damaged is not None:
        result.damaged.close()


def names(program):
    with program.database.read() as work:
        assert check(work) == []
        return work.db.exec_driver_sql("SELECT name FROM client ORDER BY name").scalars().all()


def told(program):
    """Return what the audit tells of the last copy brought back."""
    row = program.shop.read(events, AuditQuery(AuditKind.RESTORE), limit=1)[0]
    return row.user, row.subject, row.detail


def test_the_close_leaves_a_copy(folder, qtbot):
    program = Program(folder)
    program.shop.write(_client, "Ana")
    program.close()
    (copy,) = list_copies(folder / "copias")
    assert copy_facts(copy.path).clients == 1


def test_a_copy_is_brought_back_while_the_shop_is_open(qtbot, running, folder, tmp_path):
    running.open()
    first = running.program
    first.shop.write(_client, "Ana")
    copy = first.shop.copies.make()
    first.shop.write(_client, "Beto")
    first.window.show_page(keys.SETTINGS).show_copies()
    first.window.page.backups.ask_to_restore(copy.path)
    dialog = open_dialog(RestoreDialog)
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=SECONDS)
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: running.program not in {None, first}, timeout=SECONDS)
    assert names(running.program) == ["Ana"]
    assert told(running.program) == ("Administrador", copy.path.name, "")
    assert not first.database.is_owner
    (kept,) = folder.glob("shop-antes-de-restaurar-*.db")
    assert kept.name in running.program.window.toasts.toast.text
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and not w.parent()]
    assert running.program.window in shown
    running.program.shop.write(_client, "Cora")
    assert names(running.program) == ["Ana", "Cora"]


def test_a_copy_that_can_not_come_back_leaves_the_shop_open(qtbot, running, tmp_path):
    running.open()
    first = running.program
    first.shop.write(_client, "Ana")
    (tmp_path / "foto.db").write_bytes(b"\xff\xd8" * 4000)
    first.shop.restore_wanted.emit(tmp_path / "foto.db", None)
    qtbot.waitUntil(lambda: running.program not in {None, first}, timeout=SECONDS)
    assert names(running.program) == ["Ana"]
    assert "está dañada" in running.program.window.toasts.toast.text


def damage(folder):
    (folder / FILE_NAME).write_bytes(b"rubbish" * 1000)
    running = Running(folder, "")
    with pytest.raises(NotAShopError) as error:
        running.open()
    running.offer_copies(str(error.value))
    return running


def test_a_damaged_shop_is_offered_its_last_good_copy(qtbot, folder, tmp_path):
    program = Program(folder)
    program.shop.write(_client, "Ana")
    good = program.shop.copies.make()
    program.close(copy=False)
    bad = good.path.with_name("kioskifly-20991231-235959-c0ffee-0a0a0a0a.db")
    bad.write_bytes(b"half")
    running = damage(folder)
    window = running.damaged
    qtbot.waitUntil(window.restore_button.isEnabled, timeout=SECONDS)
    assert "dañado" in window.sentence.text()
    assert f"{good.at:%d/%m/%Y %H:%M}" in window.state.text()
    assert window.facts.text() == "Mi kiosco. Clientes: 1. Ventas: 0."
    window.restore_button.click()
    dialog = open_dialog(RestoreDialog)
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=SECONDS)
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: running.program is not None, timeout=SECONDS)
    assert names(running.program) == ["Ana"]
    assert told(running.program) == ("Kioskifly", good.path.name, "El negocio no se abría")
    assert running.damaged is None
    running.close()


def test_a_damaged_shop_without_copies_says_where_it_looked(qtbot, folder, tmp_path):
    usb = tmp_path / "usb"
    copy = make_copy(folder / FILE_NAME, usb)
    running = damage(folder)
    window = running.damaged
    qtbot.waitUntil(lambda: "ninguna copia buena" in window.state.text(), timeout=SECONDS)
    assert str(folder / "copias") in window.facts.text()
    assert not window.restore_button.isEnabled()
    window.ask(copy.path)
    dialog = open_dialog(RestoreDialog)
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=SECONDS)
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: running.program is not None, timeout=SECONDS)
    assert names(running.program) == []
    running.close()


@pytest.fixture
def lost(folder):
    """Make a shop with Ana, a copy of it, and lose its file."""
    program = Program(folder)
    program.shop.write(_client, "Ana")
    program.shop.copies.make()
    program.close(copy=False)
    for file in folder.glob(f"{FILE_NAME}*"):
        file.unlink()


def test_a_shop_that_is_gone_is_offered_its_last_good_copy(qtbot, lost, running, folder):
    running.start()
    window = running.damaged
    assert running.program is None
    assert "No está el archivo" in window.sentence.text()
    qtbot.waitUntil(window.restore_button.isEnabled, timeout=SECONDS)
    window.restore_button.click()
    dialog = open_dialog(RestoreDialog)
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=SECONDS)
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: running.program is not None, timeout=SECONDS)
    assert names(running.program) == ["Ana"]


def test_a_shop_that_is_gone_may_begin_anew_and_its_copies_stay(qtbot, lost, running, folder):
    running.start()
    running.damaged.fresh_button.click()
    assert names(running.program) == []
    assert running.damaged is None
    assert len(list_copies(folder / "copias")) == 1


def test_a_new_folder_is_asked_nothing(running, folder):
    for file in folder.glob(f"{FILE_NAME}*"):
        file.unlink()
    running.start()
    assert names(running.program) == []
