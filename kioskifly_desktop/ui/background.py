"""Slow work in threads of its own; what comes of it is brought back to the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from kioskifly_desktop.core.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_running: set[_Task] = set()


def run(
    owner: QObject,
    work: Callable[[], T],
    done: Callable[[T], object],
    failed: Callable[[ShopError], object],
    *,
    must_end: bool = False,
) -> None:
    """Run `work` in a thread, then `done` with its result in this one, or `failed` with why not.

    Nothing is said of it once `owner` is gone, unless the work `must_end`: that goes on when the
    program closes, and its errors go to the excepthook, as do all that are bugs.
    """
    _running.add(_Task(owner, work, done, failed, must_end=must_end))


def has_to_end(owner: QObject | None = None) -> bool:
    """Tell whether work that must end is under way: that of an owner, or any."""
    return any(each.must_end and owner in (None, each.owner) for each in _running)


class _Task(QObject):
    """Work under way: kept here rather than by its owner, who may be gone when it ends."""

    _ended = Signal()

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[ShopError], object],
        *,
        must_end: bool,
    ) -> None:
        super().__init__()
        self.owner = owner
        self._work = work
        self._done = done
        self._failed = failed
        self.must_end = must_end
        self._result: object = None
        self._error: BaseException | None = None
        self._ended.connect(self._deliver)
        threading.Thread(target=self._run, name="background", daemon=not must_end).start()

    def _run(self) -> None:
        try:
            self._result = self._work()
        except BaseException as error:  # noqa: BLE001 - it is raised in the window's thread
            self._error = error
        self._ended.emit()

    @Slot()
    def _deliver(self) -> None:
        _running.discard(self)
        waited_for = shiboken6.isValid(self.owner)
        if self._error is None:
            if waited_for:
                self._done(self._result)  # type: ignore[arg-type]  # of the work's own type
        elif isinstance(self._error, ShopError) and waited_for:
            self._failed(self._error)
        elif self.must_end or not isinstance(self._error, ShopError):
            raise self._error
