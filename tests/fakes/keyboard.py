"""Two who type: a person and a scanner, each at its own pace by the keyboard's own clock."""

import itertools

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

PERSON_MS = 120
SCANNER_MS = 4
_REPEATS, _FIRST_MS, _NEXT_MS = 12, 500, 33
_clock = itertools.count(1_000_000, 5_000)
_NAMED = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Enter, "\t": Qt.Key.Key_Tab}


def type_text(text, gap=PERSON_MS, *, into=None):
    """Type as a person does, where the focus is or comes; `\\r` is Enter and `\\t` is Tab."""
    if into is not None:
        _wait_for_focus(into)
    now = next(_clock)
    for character in text:
        now += gap
        press(character, now)


def scan(code, end="\r", gap=SCANNER_MS):
    """Type a code where the focus is, as a scanner does."""
    type_text(code + end, gap)


def press(character, now, *, repeated=False):
    """Press and release a key at a moment, in milliseconds."""
    key = _NAMED.get(character) or Qt.Key(ord(character.upper()))
    place = _focus()
    # Qt offers a press to the shortcuts by itself.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character, repeated)
        event.setTimestamp(now)
        QApplication.sendEvent(place, event)
        if not isValid(place):
            return  # the press closed it


def hold_enter(now):
    """Press Enter and leave the finger there for most of a second, wherever the focus goes."""
    for number in range(_REPEATS):
        at = now + (_FIRST_MS + number * _NEXT_MS if number else 0)
        _enter(QEvent.Type.KeyPress, at, repeated=number > 0)
    _enter(QEvent.Type.KeyRelease, at, repeated=False)


def _enter(kind, at, *, repeated):
    if QApplication.activeWindow() is None:
        windows = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        (QApplication.activeModalWidget() or next(windows)).activateWindow()
        QApplication.processEvents()
    place = _focus()
    event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated)
    event.setTimestamp(at)
    QApplication.sendEvent(place, event)
    QApplication.processEvents()


def _wait_for_focus(place):
    for _ in range(200):
        if not place.hasFocus():
            QTest.qWait(10)
    assert place.hasFocus(), "the focus is elsewhere"


def _focus():
    popup = QApplication.activePopupWidget()
    chain = (
        popup.focusWidget() if popup else None,
        popup,
        QApplication.focusWidget(),
        QApplication.activeWindow(),
    )
    place = next((each for each in chain if each is not None), None)
    assert place is not None, "no window is active: nobody can type"
    return place
