"""The barcode scanner: a keyboard that types a code at a speed no person does, and ends it."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from kioskifly_desktop.core.barcodes import is_printed_code
from kioskifly_desktop.core.settings import change_preferences, get_preference

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.work import Work

SCAN_FIELD = "scan_field"
"""Property of the field where codes belong: what is scanned stays written there."""
OWN_READING = "own_reading"
"""Property of a field that looks at the keys of a scanner by itself."""

MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
"""Keys that type nothing by themselves."""
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_SURE = 3
"""From this character of a burst on, what is not a field of text doesn't get it."""
_PRINTED = 8
"""The length of the shortest code that shows by itself that it is whole."""
_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})
_TOUCHES = _KEYS | {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
}
"""Whatever a person does, save moving the mouse, of which too much is told."""
_HELD_MS = 10
"""A key held down repeats slower: X calls repeated also a digit that comes twice at once."""


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """How fast a scanner types, in milliseconds, and what it puts around a code."""

    gap_ms: int = 50
    average_ms: int = 35
    least: int = 4
    enter: bool = True
    tab: bool = True
    prefix: str = ""
    suffix: str = ""


class Verdict(Enum):
    """What a burst of characters was."""

    SCAN = auto()
    SHORT = auto()
    SLOW = auto()
    WORDS = auto()
    LATE_END = auto()
    NO_END = auto()


@dataclass(slots=True)
class Run:
    """Characters typed one after another, and when each one was, in milliseconds."""

    text: str = ""
    times: list[int] = field(default_factory=list)

    def add(self, character: str, now: int) -> None:
        """Note one more character."""
        self.text += character
        self.times.append(now)

    def gaps(self) -> list[int]:
        """Return the milliseconds between each character and the next."""
        return [after - before for before, after in pairwise(self.times)]

    def code(self, settings: ScannerSettings) -> str:
        """Return the characters without what the scanner puts around a code."""
        return self.text.removeprefix(settings.prefix).removesuffix(settings.suffix)

    def verdict(self, settings: ScannerSettings, end: int | None) -> Verdict:
        """Tell whether a scanner typed it; `end` is when Enter or Tab came, None without it.

        A code with its own check digit needs no Enter: some scanners come without one.
        """
        gaps = self.gaps()
        if len(self.text) < max(settings.least, 2):
            return Verdict.SHORT
        if max(gaps) > settings.gap_ms or sum(gaps) > settings.average_ms * len(gaps):
            return Verdict.SLOW
        if not any(character.isdigit() for character in self.text):
            return Verdict.WORDS
        if end is None:
            whole = is_printed_code(self.code(settings))
            return Verdict.SCAN if whole else Verdict.NO_END
        late = end - self.times[-1] > 2 * settings.gap_ms
        return Verdict.LATE_END if late else Verdict.SCAN


def scanner_settings(work: Work) -> ScannerSettings:
    """Return how the shop's scanner types."""
    usual = ScannerSettings()
    return ScannerSettings(
        gap_ms=int(get_preference(work, "scanner_gap_ms", str(usual.gap_ms))),
        average_ms=int(get_preference(work, "scanner_average_ms", str(usual.average_ms))),
        least=int(get_preference(work, "scanner_least", str(usual.least))),
        enter=get_preference(work, "scanner_enter", "1") == "1",
        tab=get_preference(work, "scanner_tab", "1") == "1",
        prefix=get_preference(work, "scanner_prefix", ""),
        suffix=get_preference(work, "scanner_suffix", ""),
    )


def store_scanner_settings(work: Work, settings: ScannerSettings) -> None:
    """Keep how the shop's scanner types.

    Raises:
        NotAllowedError: the person may not.
    """
    values = {
        f"scanner_{name}": str(int(value)) if isinstance(value, int) else value
        for name, value in asdict(settings).items()
    }
    change_preferences(work, values)


def uptime() -> float:
    """Return seconds that go on while the computer sleeps, where the system counts them."""
    boottime: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)


def moment(event: QKeyEvent) -> int:
    """Return when a key was pressed, in milliseconds: by the device, else by our clock."""
    return event.timestamp() or time.monotonic_ns() // 1_000_000


def ends_code(key: int, settings: ScannerSettings) -> bool:
    """Tell whether a key is what the scanner sends after a code."""
    if key == Qt.Key.Key_Tab:
        return settings.tab
    return settings.enter and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def typed(event: QKeyEvent, run: Run) -> str:
    """Return the character that a key press types after a run, or nothing."""
    text = event.text()
    at_once = bool(run.times) and moment(event) - run.times[-1] < _HELD_MS
    held = event.isAutoRepeat() and not at_once
    plain = not (held or event.modifiers() & _COMMANDS)
    return text if plain and len(text) == 1 and text.isprintable() else ""


def _is_left_on_enter(event: QKeyEvent, watched: QObject) -> bool:
    """Tell whether a finger stayed on Enter, which would do again what comes next: pay, or sell."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and event.isAutoRepeat() and not isinstance(watched, QPlainTextEdit)


class Scanner(QObject):
    """Watches every key of the program and tells a scanner's from a person's.

    The fields that a burst fell into get back what they held, save the one of codes, and the
    Enter or Tab that ended it reaches nobody.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, settings: ScannerSettings | None = None) -> None:
        super().__init__(window)
        self.settings = settings or ScannerSettings()
        self.last_input = uptime()
        """When anybody last touched anything, by `uptime`."""
        self._window = window
        self._run = Run()
        self._undo: dict[QWidget, Callable[[], None]] = {}
        self._overridden: tuple[int, str] | None = None
        self._swallowing = False
        self._ended = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._end_without_key)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take part in each key press before the widget that has the focus."""
        kind = event.type()
        if kind in _TOUCHES:
            self.last_input = uptime()
        if kind not in _KEYS:
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if kind is QEvent.Type.KeyPress and _is_left_on_enter(event, watched):
            event.accept()
            return True
        if not self._concerns(watched):
            return False
        assert isinstance(watched, QWidget)
        # A key is offered to the shortcuts first, and pressed only if none takes it.
        key = (event.key(), event.text())
        if kind is QEvent.Type.ShortcutOverride or key != self._overridden:
            self._swallowing = self._take(watched, event)
        self._overridden = key if kind is QEvent.Type.ShortcutOverride else None
        if self._swallowing:
            event.accept()
            if self._ended and kind is QEvent.Type.KeyPress:
                self._tell()
        return self._swallowing

    def _concerns(self, watched: QObject) -> bool:
        """Tell whether a key reaches its first widget here: it goes up to the others after."""
        if watched not in (_receiver(), _popup_receiver()):
            return False
        return self._window.isVisible() and not watched.property(OWN_READING)

    def _take(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Note a key and return whether it is kept from the widget."""
        key, now = event.key(), moment(event)
        if key in MODIFIERS:
            return False
        self._pause.stop()
        if ends_code(key, self.settings) and not event.modifiers() & _COMMANDS:
            self._ended = (
                not event.isAutoRepeat() and self._run.verdict(self.settings, now) is Verdict.SCAN
            )
            if not self._ended:
                self._forget()
            return self._ended
        character = typed(event, self._run)
        if self._run.times and now - self._run.times[-1] > self.settings.gap_ms:
            self._forget()
        if not character:
            self._forget()
            return False
        if widget not in self._undo:
            self._undo[widget] = _undo(widget)
        self._run.add(character, now)
        if len(self._run.text) >= _PRINTED:
            self._pause.start(3 * self.settings.gap_ms)
        return len(self._run.text) >= _SURE and not _takes_text(widget)

    @Slot()
    def _end_without_key(self) -> None:
        if self._run.verdict(self.settings, None) is Verdict.SCAN:
            self._tell()
        else:
            self._forget()

    def _tell(self) -> None:
        code, undo = self._run.code(self.settings), self._undo
        self._forget()
        for widget, put_back in undo.items():
            if isValid(widget):
                put_back()
        if code:
            self.scanned.emit(code)

    def _forget(self) -> None:
        self._run, self._undo, self._ended = Run(), {}, False


def _receiver() -> QWidget | None:
    focus: QWidget | None = QApplication.focusWidget()
    if focus is None:
        return QApplication.activeWindow()
    return focus


def _popup_receiver() -> QWidget | None:
    popup: QWidget | None = QApplication.activePopupWidget()
    inner: QWidget | None = None if popup is None else popup.focusWidget()
    return popup if inner is None else inner


def _takes_text(widget: QWidget) -> bool:
    return isinstance(widget, QPlainTextEdit) or _line(widget) is not None


def _line(widget: QWidget) -> QLineEdit | None:
    """Return the line that is written in when a widget has the focus, also within another."""
    if isinstance(widget, QLineEdit):
        return widget
    inner: QLineEdit | None = widget.findChild(
        QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    return inner if inner is not None and inner.focusProxy() is widget else None


def _undo(widget: QWidget) -> Callable[[], None]:
    """Return what puts a widget back as it is now, before a character changes it."""
    if widget.property(SCAN_FIELD):
        return lambda: None
    if isinstance(widget, QPlainTextEdit):
        return _undo_text(widget)
    if (line := _line(widget)) is not None:
        return _undo_line(line)
    if isinstance(widget, QComboBox):
        chosen = widget.currentIndex()
        return lambda: widget.setCurrentIndex(chosen)
    return lambda: None


def _undo_line(line: QLineEdit) -> Callable[[], None]:
    text, cursor = line.text(), line.cursorPosition()
    start, length = line.selectionStart(), line.selectionLength()

    def put_back() -> None:
        if line.text() != text:
            line.setText(text)
            line.textEdited.emit(text)
        line.setCursorPosition(cursor)
        if start >= 0:
            line.setSelection(start, length)

    return put_back


def _undo_text(edit: QPlainTextEdit) -> Callable[[], None]:
    text, position = edit.toPlainText(), edit.textCursor().position()

    def put_back() -> None:
        edit.setPlainText(text)
        cursor = edit.textCursor()
        cursor.setPosition(position)
        edit.setTextCursor(cursor)

    return put_back
