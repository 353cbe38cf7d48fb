"""The problem report on the screen: all of it is seen before it is saved."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
import threading
import zipfile
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from kioskifly_desktop import app
from kioskifly_desktop.adapters.support import AdaptersSupport
from kioskifly_desktop.app import Program, Running
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import ClientOwesError
from kioskifly_desktop.core.logs import log_file
from kioskifly_desktop.tour_tools import open_dialog
from kioskifly_desktop.ui.bug_notice import StartNotice
from kioskifly_desktop.ui.logs import log_handler
from kioskifly_desktop.ui.settings.program_section import ProgramSection
from kioskifly_desktop.ui.support.report_dialog import ReportDialog
from tests.factories import add_debt, make_client, make_product

SECRET = "Zulemita"


@pytest.fixture(autouse=True)
def _own_keys(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


_kept: list[object] = []
"""Windows of a program that doesn't start: in a process of their own they are there to the end."""


@pytest.fixture
def dialog(qtbot, shop, window):
    shop.write(make_client, SECRET)
    result = ReportDialog(shop.support, window)
    result.open()
    qtbot.waitUntil(result.save_button.isEnabled)
    return result


def held(path):
    with zipfile.ZipFile(path) as archive:
        return "\n".join(f"── {n} ──\n{archive.read(n).decode()}" for n in archive.namelist())


def test_what_is_shown_is_what_is_saved(dialog, qtbot, tmp_path):
    dialog.note.setPlainText("Se cerró al cobrar; soy el 11 4555-1234")
    path = tmp_path / "informe.zip"
    dialog.save(path)
    qtbot.waitUntil(dialog.saved.isVisible)
    assert held(path) == dialog.text.toPlainText()
    assert str(path) in dialog.saved_words.text()
    assert dialog.text.isReadOnly()
    for words in ("Se cerró al cobrar; soy el [número]", "Clientes: 1", "Pantalla 1: ", "Qt 6."):
        assert words in dialog.text.toPlainText()
    assert SECRET not in dialog.text.toPlainText()


def test_the_file_is_asked_for(dialog, qtbot, front, tmp_path):
    dialog.save_button.click()
    front().fileSelected.emit(str(tmp_path / "otro.zip"))
    front().reject()
    qtbot.waitUntil(dialog.saved.isVisible)
    assert (tmp_path / "otro.zip").exists()


def test_a_file_that_cannot_be_written_is_said(dialog, qtbot, tmp_path):
    dialog.save(tmp_path / "nada" / "informe.zip")
    qtbot.waitUntil(dialog.error.isVisible)
    assert "No se pudo guardar" in dialog.error.words.text()
    assert dialog.save_button.isEnabled()
    dialog.save(tmp_path / "informe.zip")
    qtbot.waitUntil(dialog.saved.isVisible)
    assert dialog.error.isHidden()


def test_the_books_may_be_left_unread(qtbot, shop, window):
    dialog = ReportDialog(shop.support, window)
    dialog.open()
    assert not dialog.save_button.isEnabled()
    assert dialog.progress.isVisible()
    dialog.skip()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert not dialog.progress.isVisible()
    dialog.reject()
    assert dialog._gathering.stop.is_set()


@pytest.fixture
def section(shop, toasts, window):
    result = ProgramSection(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    result.refresh()
    return result


@pytest.mark.parametrize("role", ["admin", "cashier"])
def test_anybody_may_save_one(section, shop, cashier, role):
    if role == "cashier":
        shop.switch_user(cashier)
        section.refresh()
    section.report_button.click()
    assert open_dialog(ReportDialog).isVisible()


@pytest.fixture
def watched(qtbot, tmp_path, monkeypatch, caplog):
    """Give a program with the hooks and the log of a real start."""
    program = Program(tmp_path / "shop")
    qtbot.addWidget(program.window)
    program.window.show()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    app._watch_for_bugs(program.window)
    handler = log_handler(tmp_path / "shop")
    logging.getLogger().addHandler(handler)
    monkeypatch.setattr(logging.getLogger("kioskifly_desktop"), "level", logging.INFO)
    yield program
    logging.getLogger().removeHandler(handler)
    handler.close()
    program.close()


def break_down(act):
    try:
        act()
    except Exception as error:  # noqa: BLE001 - as the hook would get it
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_shop_of_secrets_leaves_none_in_the_log(watched, tmp_path):
    shop = watched.shop
    client = shop.write(make_client, f"{SECRET} Pérez", phone="11 4555-1234")
    shop.write(make_product, f"{SECRET} cola")
    shop.write(add_debt, client, 4_321_09)

    def again(work):
        work.db.exec_driver_sql(
            "INSERT INTO client SELECT * FROM client WHERE name = ?", (f"{SECRET} Pérez",)
        )

    def owes():
        raise ClientOwesError(name=SECRET, balance="debe $ 4.321,09")

    for act in (
        lambda: shop.write(again),
        lambda: {"a": 1}[SECRET],
        lambda: int(f"{SECRET}7"),
        lambda: shop.read(lambda work: work.db.exec_driver_sql(f"SELECT {SECRET}")),
        owes,
    ):
        break_down(act)
    text = log_file(tmp_path / "shop").read_text("utf-8")
    code = [line for line in text.splitlines() if not line.startswith("    ")]
    assert SECRET not in "\n".join(code), text
    assert "4.321" not in text
    for kind in ("IntegrityError: SQLITE_CONSTRAINT", "KeyError", "ValueError", "ClientOwesError"):
        assert kind in text
    assert "bug" in text


def test_a_bug_offers_to_save_a_report(watched, front):
    break_down(lambda: {"a": 1}[SECRET])
    (box,) = watched.window.findChildren(QMessageBox)
    buttons = {button.text(): button for button in box.buttons()}
    buttons["Copiar detalle"].click()
    assert QApplication.clipboard().text() == "KeyError"
    buttons["Guardar informe…"].click()
    assert open_dialog(ReportDialog).isVisible()


def test_a_damaged_shop_offers_to_save_a_report(qtbot, tmp_path):
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"nada" * 4000)
    running = Running(folder, "")
    _kept.append(running)
    running.offer_copies("Está dañado.")
    assert running.damaged is not None
    running.damaged.report_button.click()
    dialog = open_dialog(ReportDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert "SQLITE_NOTADB" in dialog.text.toPlainText()
    dialog.reject()
    running.damaged.close()


def test_a_program_that_does_not_start_offers_a_report(qtbot, tmp_path, monkeypatch):
    left = []
    monkeypatch.setattr(QApplication, "quit", lambda: left.append(True))
    notice = StartNotice("No abre.", AdaptersSupport(tmp_path))
    _kept.append(notice)
    notice.open()
    notice.report_button.click()
    dialog = open_dialog(ReportDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert left == []
    dialog.reject()
    assert left == [True]
    other = StartNotice("No abre.", AdaptersSupport(tmp_path))
    qtbot.addWidget(other)
    other.open()
    other.leave_button.click()
    assert left == [True, True]


CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kioskifly_desktop import app
from kioskifly_desktop.ui.application import application

def answer():
    box = QApplication.activeModalWidget()
    print(box.text())
    box.leave_button.click()

def broken(_self):
    raise KeyError("Zulemita")

if sys.argv[2] == "broken":
    app.Running.start = broken
application()
QTimer.singleShot(0, answer)
sys.exit(app.run_window(Path(sys.argv[1])))
"""


def started(folder, how):
    """Start the program in a process of its own, leave at once, and return what it said."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), how],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    return done


def test_a_window_over_a_newer_shop_says_so_and_touches_nothing(folder):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = (folder / FILE_NAME).read_bytes()
    done = started(folder, "as it is")
    sentence = done.stdout.strip()
    assert "es de una versión más nueva de Kioskifly. Actualizá el programa." in sentence
    assert sentence in done.stderr
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_start_that_breaks_down_says_so_and_is_logged(folder):
    done = started(folder, "broken")
    assert "el negocio no se pudo abrir" in done.stdout
    text = log_file(folder).read_text("utf-8")
    assert "CRITICAL kioskifly_desktop.app: bug" in text
    assert "in broken\nKeyError\n" in text
    assert SECRET not in text


def test_the_example_s_report_has_the_log_of_the_program(qtbot, folder, monkeypatch):
    monkeypatch.setattr(app, "_watch_for_bugs", lambda _window: None)
    log = log_file(folder)
    log.parent.mkdir()
    log.write_text("2026-11-23 12:00:00,001 INFO kioskifly_desktop.app: de la propia\n", "utf-8")
    running = Running(folder, "")
    _kept.append(running)
    running.open()
    running.leave_for_example()
    qtbot.waitUntil(
        lambda: running.program is not None and running.program.database.path.parent != folder,
        timeout=30_000,
    )
    assert running.program is not None
    support = running.program.shop.support
    text = "\n".join(p.text for p in support.gather((), lambda *_: None, lambda: False))
    assert "de la propia" in text
    assert "Es el ejemplo: 1" in text
    assert support.logs == log.parent
    running.close()
