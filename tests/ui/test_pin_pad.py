"""The pad of a PIN: what it takes, what it shows, and how it waits."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from kioskifly_desktop.ui.people.pin_pad import PinPad

ENTER = Qt.Key.Key_Return


class Clock:
    now = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pad(window, clock):
    result = PinPad(clock)
    result.setParent(window)
    result.show()
    return result


@pytest.fixture
def entered(pad):
    given: list[str] = []
    pad.entered.connect(given.append)
    return given


def _type(pad, keys):
    for key in keys:
        QTest.keyClick(pad, key)


def _said(pad):
    return [each.text() for each in pad.findChildren(QLabel) if each.text()]


@pytest.mark.parametrize("pin", ["2580", "25801", "258014"])
def test_four_to_six_digits_and_enter(pad, entered, pin):
    _type(pad, pin)
    assert entered == []
    _type(pad, [Qt.Key.Key_Enter])
    assert entered == [pin]
    assert pad.accessibleDescription() == "Números escritos: 0"


def test_the_seventh_digit_is_not_taken(pad, entered):
    _type(pad, "2580147")
    _type(pad, [ENTER])
    assert entered == ["258014"]


def test_three_are_too_few_and_stay(pad, entered):
    _type(pad, "258")
    _type(pad, [ENTER])
    assert entered == []
    assert _said(pad) == ["El PIN tiene de 4 a 6 números."]
    _type(pad, "0")
    assert _said(pad) == []
    _type(pad, [ENTER])
    assert entered == ["2580"]


def test_backspace_takes_one_back_and_escape_all(pad, entered):
    _type(pad, "2589")
    _type(pad, [Qt.Key.Key_Backspace])
    _type(pad, "0")
    _type(pad, [ENTER])
    _type(pad, "99")
    _type(pad, [Qt.Key.Key_Escape])
    _type(pad, "2580")
    _type(pad, [ENTER])
    assert entered == ["2580", "2580"]


def test_letters_signs_and_shortcuts_are_no_digits(pad, entered):
    _type(pad, "a-")
    for modifier in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier):
        QTest.keyClick(pad, Qt.Key.Key_1, modifier)
    assert pad.accessibleDescription() == "Números escritos: 0"
    QTest.keyClick(pad, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert pad.accessibleDescription() == "Números escritos: 1"


def test_a_finger_types_as_the_keyboard_does(pad, entered):
    keys = {each.accessibleName(): each for each in pad.findChildren(QPushButton)}
    assert not keys["Entrar"].isEnabled()
    for name in ("2", "5", "9", "Borrar el último número", "8", "0"):
        keys[name].click()
    assert keys["Entrar"].isEnabled()
    keys["Entrar"].click()
    assert entered == ["2580"]


def test_the_digits_are_never_shown(pad):
    _type(pad, "2580")
    assert _said(pad) == []
    assert "2580" not in pad.accessibleName() + pad.accessibleDescription() + pad.toolTip()


def test_a_refusal_clears_and_says_why(pad):
    _type(pad, "25")
    pad.refuse("Ese no es el PIN de Marta: te quedan 4 intentos.")
    assert _said(pad) == ["Ese no es el PIN de Marta: te quedan 4 intentos."]
    assert pad.accessibleDescription() == "Números escritos: 0"


def test_a_wait_counts_down_and_takes_nothing_meanwhile(pad, entered, clock, qtbot):
    pad.wait_until(clock.now + timedelta(seconds=90))
    assert "1:30" in _said(pad)[0]
    _type(pad, "2580")
    _type(pad, [ENTER])
    assert entered == []
    assert "1:30" in _said(pad)[0]
    clock.now += timedelta(seconds=31)
    qtbot.waitUntil(lambda: "0:59" in _said(pad)[0])
    clock.now += timedelta(seconds=59)
    qtbot.waitUntil(lambda: not pad.is_waiting)
    assert _said(pad) == []
    _type(pad, "2580")
    _type(pad, [ENTER])
    assert entered == ["2580"]
