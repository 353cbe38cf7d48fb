"""The counter that nobody touches: what counts as a touch, and when it is locked."""

import threading

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.settings import change_preferences
from kioskifly_desktop.core.users import set_pin
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.people.idle import AUTO_LOCK, IdleWatch
from kioskifly_desktop.ui.scanner import uptime
from tests.factories import make_client
from tests.fakes.keyboard import scan

MINUTE = 60


class Later:
    """The clock of the computer, ahead by some seconds."""

    def __init__(self):
        self.seconds = 0

    def __call__(self):
        return uptime() + self.seconds


@pytest.fixture
def later():
    return Later()


@pytest.fixture
def main(qtbot, shop):
    result = MainWindow(shop)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitExposed(result)
    result.idle._timer.stop()
    return result


@pytest.fixture
def watch(main, shop, later):
    shop.write(set_pin, shop.user.id, "2580")
    result = IdleWatch(shop, main.scanner, later)
    result.idle.connect(main.guard.lock_if_it_helps)
    result.look()
    return result


def test_it_locks_after_ten_minutes_untouched(main, watch, later):
    later.seconds = 10 * MINUTE - 5
    watch.look()
    assert not main.is_locked()
    later.seconds = 10 * MINUTE + 5
    watch.look()
    assert main.is_locked()


def test_the_shop_chooses_after_how_long(main, shop, watch, later):
    shop.write(change_preferences, {AUTO_LOCK: "1"})
    later.seconds = MINUTE + 1
    watch.look()
    assert main.is_locked()


def test_never_is_never(main, shop, watch, later):
    shop.write(change_preferences, {AUTO_LOCK: "0"})
    later.seconds = 1000 * MINUTE
    watch.look()
    assert not main.is_locked()


def test_without_any_pin_nothing_is_locked(main, shop, later, qtbot):
    alone = IdleWatch(shop, main.scanner, later)
    alone.idle.connect(main.guard.lock_if_it_helps)
    alone.look()
    later.seconds = 1000 * MINUTE
    with qtbot.waitSignal(alone.idle):
        alone.look()
    assert not main.is_locked()


def _key(main):
    QTest.keyClick(main.page.scan, Qt.Key.Key_A)


def _click(main):
    QTest.mouseClick(main.status, Qt.MouseButton.LeftButton)


def _wheel(main):
    none, step = QPoint(), QPoint(0, -120)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(main.mapToGlobal(QPoint(5, 5))),
        none,
        step,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(main.page, event)


def _scan(_main):
    scan("7790895000997")


@pytest.mark.parametrize("touch", [_key, _click, _wheel, _scan])
def test_what_a_person_does_counts(main, watch, touch):
    main.scanner.last_input = long_ago = uptime() - 11 * MINUTE
    watch._touched = long_ago
    touch(main)
    watch.look()
    assert not main.is_locked()


def test_moving_the_mouse_counts(main, watch, later):
    later.seconds = 11 * MINUTE
    QCursor.setPos(main.mapToGlobal(QPoint(321, 123)))
    watch.look()
    assert not main.is_locked()
    later.seconds = 22 * MINUTE
    watch.look()
    assert main.is_locked()


def test_what_the_program_does_by_itself_doesnt_count(main, shop, watch, later):
    later.seconds = 11 * MINUTE
    shop.write(make_client, "Marta")
    shop.note_printing()
    shop.note_copies()
    main.toasts.show("Copia hecha.")
    watch.look()
    assert main.is_locked()


def test_work_that_must_end_is_waited_for(main, watch, later, qtbot):
    owner, gate = QObject(), threading.Event()
    done: list[object] = []
    background.run(owner, lambda: gate.wait(20), done.append, done.append, must_end=True)
    later.seconds = 11 * MINUTE
    watch.look()
    assert not main.is_locked()
    gate.set()
    qtbot.waitUntil(lambda: done == [True])
    watch.look()
    assert main.is_locked()


def test_the_watch_of_the_window_looks_by_itself(main, shop, qtbot):
    shop.write(set_pin, shop.user.id, "2580")
    main.idle.look()
    main.idle._clock = lambda: uptime() + 11 * MINUTE
    main.idle._timer.start(10)
    qtbot.waitUntil(main.is_locked)
