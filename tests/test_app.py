"""The program as a whole: what nobody caught, and a second start."""

from __future__ import annotations

import logging
import sqlite3
import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QMessageBox

from kioskifly_desktop import app
from kioskifly_desktop.app import Program
from kioskifly_desktop.core.errors import ClientOwesError, ShopInUseError, UserNotFoundError
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import find_user, set_pin
from kioskifly_desktop.core.work import Role
from kioskifly_desktop.ui.first_run.first_run_dialog import FirstRunDialog
from kioskifly_desktop.ui.second_start import listen, server_name


class Button(QObject):
    pressed = Signal()


@pytest.fixture
def program(qtbot, tmp_path):
    program = Program(tmp_path / "shop")
    qtbot.addWidget(program.window)
    program.window.show()
    yield program
    program.close()


@pytest.fixture
def watched(program, monkeypatch, caplog):
    """The hooks of a real start; pytest-qt's own would hide them."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    caplog.set_level(logging.CRITICAL + 1)
    app._watch_for_bugs(program.window)
    return program


def boxes(window):
    return [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_bug_is_logged_with_its_traceback_and_shown_once(watched, caplog):
    caplog.set_level(logging.CRITICAL)
    for _ in range(2):
        try:
            1 / 0  # noqa: B018 - the bug
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert caplog.text.count("ZeroDivisionError: division by zero") == 2
    (text,) = boxes(watched.window)
    assert "Algo salió mal" in text


def test_a_file_held_by_another_program_is_a_sentence_and_no_bug(qtbot, watched):
    other = sqlite3.connect(watched.database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        watched.shop.write(lambda work: work.today)
    except Exception as error:  # noqa: BLE001 - as the hook would get it
        sys.excepthook(type(error), error, error.__traceback__)
    (text,) = boxes(watched.window)
    assert text.startswith("Otro programa está usando el negocio")
    other.execute("ROLLBACK")
    other.close()
    assert watched.shop.write(lambda work: work.today)


def test_the_log_names_nobody_and_tells_no_amount(watched, caplog):
    caplog.set_level(logging.WARNING)
    error = ClientOwesError(name="Zulema", balance="debe $ 123,00")
    sys.excepthook(type(error), error, None)
    assert "ClientOwesError" in caplog.text
    assert "Zulema" not in caplog.text
    assert "123" not in caplog.text
    (text,) = boxes(watched.window)
    assert "Zulema" in text


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_second_start_raises_the_first_window(qtbot, program, tmp_path):
    server = listen(tmp_path / "shop", program.window)
    program.window.showMinimized()
    with pytest.raises(ShopInUseError):
        Program(tmp_path / "shop")
    socket = QLocalSocket()
    socket.connectToServer(server_name(tmp_path / "shop"))
    qtbot.waitUntil(lambda: not program.window.isMinimized())
    socket.close()
    server.close()


def test_closing_is_quick_and_lets_go_of_the_shop(tmp_path, qtbot):
    first = Program(tmp_path / "shop")
    first.close()
    second = Program(tmp_path / "shop")
    second.close()
    assert not second.database.is_owner


def test_the_window_opens_for_whom_it_was_asked(qtbot, tmp_path):
    with pytest.raises(UserNotFoundError):
        Program(tmp_path / "shop", user="Nadie")
    program = Program(tmp_path / "shop", user="cajero")
    qtbot.addWidget(program.window)
    assert program.shop.user.role is Role.CASHIER
    program.close()


def _give_pin(folder, name, pin="2580"):
    database = open_shop(folder)
    with database.read() as work:
        person = find_user(work, name)
    with database.write(person) as work:
        set_pin(work, person.id, pin)
    database.close()
    return person


@pytest.fixture
def opened(qtbot, tmp_path):
    programs = []

    def run(user=""):
        program = Program(tmp_path / "shop", user=user)
        qtbot.addWidget(program.window)
        programs.append(program)
        return program

    yield run
    for program in programs:
        program.close()


def test_a_shop_without_pins_opens_as_ever(opened):
    program = opened()
    assert not program.window.is_locked()
    assert program.shop.user.is_admin


def test_the_window_opens_locked_where_somebody_has_a_pin(opened, tmp_path):
    cashier = _give_pin(tmp_path / "shop", "cajero")
    program = opened()
    assert program.window.is_locked()
    assert not program.window.page.isVisible()
    program.window.guard.lock_screen.entered.emit(cashier)
    assert not program.window.is_locked()
    assert program.shop.user == cashier


@pytest.mark.parametrize(("named", "locked"), [("cajero", True), ("administrador", False)])
def test_who_is_named_gives_the_pin_they_have(opened, tmp_path, named, locked):
    _give_pin(tmp_path / "shop", "cajero")
    program = opened(named)
    assert program.window.is_locked() is locked
    assert program.window.guard.lock_screen.isVisibleTo(program.window) is locked


def test_a_wait_goes_on_after_a_restart(opened, tmp_path):
    person = _give_pin(tmp_path / "shop", "administrador")
    first = opened()
    for _ in range(5):
        first.window.guard.lock_screen.try_pin("9999")
    first.close()
    second = opened()
    pad = second.window.guard.lock_screen.pad
    assert second.window.guard.lock_screen.person == person
    assert pad.is_waiting
    second.window.guard.lock_screen.try_pin("2580")
    assert second.window.is_locked()


def test_the_first_steps_wait_for_who_comes_in(qtbot, tmp_path):
    person = _give_pin(tmp_path / "shop", "administrador")
    running = app.Running(tmp_path / "shop", "")
    running.open()
    assert running.program is not None
    window = running.program.window
    qtbot.addWidget(window)
    assert window.is_locked()
    assert not [each for each in window.findChildren(FirstRunDialog) if each.isVisible()]
    window.guard.lock_screen.entered.emit(person)
    (steps,) = window.findChildren(FirstRunDialog)
    assert steps.isVisible()
    steps.done(0)
    running.close()
