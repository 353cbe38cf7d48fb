"""An offer under way: what is read and what is asked of the writer, off the window's thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kioskifly_desktop.core.contact import MessageKind, Standing, message_standing
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.offers import (
    BotSettings,
    OfferPlan,
    Written,
    bot_settings,
    plan_offer,
    write_offer,
)
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.sentences import words_of

if TYPE_CHECKING:
    from kioskifly_desktop.core.contact import Aim, Tone
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop

FRAME_MS = 33
"""Between two looks at a text that comes letter by letter."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What an offer starts from; no plan where the client gets none."""

    standing: Standing
    plan: OfferPlan | None
    settings: BotSettings


class _Channel(QObject):
    """Carries what the writer says to the window's thread; outlives the dialog."""

    said = Signal(int, str)


class Writing(QObject):
    """Plans an offer and has it written; what an older question answers is dropped."""

    planned = Signal(object)
    """An Opening was read."""
    arrived = Signal(str)
    """The text, as far as it goes."""
    written = Signal(object)
    """All of it: a Written."""
    failed = Signal(str)
    """Nothing can be offered; carries the sentence."""

    def __init__(self, shop: Shop, client_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._client_id = client_id
        self._turn = 0
        self._stop = threading.Event()
        self._latest = ""
        self._frame = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._frame.timeout.connect(self._show)
        self.busy = False

    def read(self, aim: Aim | None) -> None:
        """Read whether the client may be written to and what may be offered."""
        self.cancel()
        turn, shop, client_id = self._turn, self._shop, self._client_id

        def done(opening: Opening) -> None:
            if turn == self._turn:
                self.planned.emit(opening)

        def failed(error: ShopError) -> None:
            if turn == self._turn:
                self.failed.emit(words_of(error))

        background.run(self, lambda: shop.read_apart(_opening, client_id, aim), done, failed)

    def write(self, opening: Opening, tone: Tone, again: int) -> None:
        """Have the offer written by who the shop chose; `again` counts the versions."""
        self.cancel()
        plan, settings = opening.plan, opening.settings
        assert plan is not None, "only a planned offer is written"
        turn, stop, shop = self._turn, self._stop, self._shop
        channel = _Channel()
        channel.said.connect(self._said)
        self.busy = True

        def work() -> Written:
            # Building it imports what talks to it, which takes its time.
            writer, note = None, ""
            try:
                writer = shop.bot.writer(settings)
            except ShopError as error:
                note = words_of(error)
            written = write_offer(
                plan,
                tone,
                settings.writer,
                writer,
                on_text=lambda text: channel.said.emit(turn, text),
                cancelled=lambda: stop.is_set() or not shiboken6.isValid(self),
                again=again,
            )
            return replace(written, note=note) if note else written

        def done(result: Written) -> None:
            if turn == self._turn:
                self.cancel()
                self.written.emit(result)

        def failed(error: ShopError) -> None:
            if turn == self._turn:
                self.cancel()
                self.failed.emit(words_of(error))

        background.run(self, work, done, failed)

    def cancel(self) -> None:
        """Wait for nothing any more."""
        self._stop.set()
        self._stop = threading.Event()
        self._turn += 1
        self._frame.stop()
        self.busy = False

    @Slot(int, str)
    def _said(self, turn: int, text: str) -> None:
        if turn == self._turn:
            self._latest = text
            if not self._frame.isActive():
                self._frame.start()

    @Slot()
    def _show(self) -> None:
        self.arrived.emit(self._latest)


def _opening(work: Work, client_id: int, aim: Aim | None) -> Opening:
    standing = message_standing(work, client_id, MessageKind.OFFER)
    plan = None if standing.blocked else plan_offer(work, client_id, aim)
    return Opening(standing, plan, bot_settings(work))
