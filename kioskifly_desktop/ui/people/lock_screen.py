"""The locked screen: nothing of the shop, who comes in, and their PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.access import log_in, needs_pin, waits_until
from kioskifly_desktop.core.errors import PinLockedError, PinMissingError, ShopError
from kioskifly_desktop.core.es_ar import format_date, format_time, local
from kioskifly_desktop.core.permissions import ROLE_NAMES
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.users import list_people
from kioskifly_desktop.ui.people.pin_pad import PinPad
from kioskifly_desktop.ui.people.rescue_dialog import RescueDialog
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import avatar_pixmap, card, key_hints, label, separator
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.core.users import User
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop

_AVATAR = 40
_CARD_HEIGHT = 60
_CLOCK_MS = 5_000
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Entrant(NamedTuple):
    """Somebody who may come to the counter."""

    user: User
    asked: bool
    """Whether they give a PIN."""
    has_pin: bool


class _PersonCard(QPushButton):
    """A person to choose: their avatar, their name and what they are."""

    def __init__(self, person: User) -> None:
        super().__init__()
        self.setProperty("kind", "person")
        self.setAccessibleName(f"{person.name}, {said(ROLE_NAMES[person.role])}")
        self.setCheckable(True)
        self.setFixedHeight(_CARD_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The keyboard stays at the PIN: the arrows choose.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        avatar = QLabel()
        avatar.setPixmap(avatar_pixmap(person.name, px(_AVATAR), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self._name = label(person.name, "person")
        self._name.setMinimumWidth(1)
        words.addWidget(self._name)
        words.addWidget(label(said(ROLE_NAMES[person.role]), "tiny"))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(avatar)
        row.addLayout(words, 1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._whole = person.name

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten a name that doesn't fit."""
        super().resizeEvent(event)
        self.layout().activate()  # type: ignore[union-attr]  # made above
        side = Qt.TextElideMode.ElideRight
        room = self._name.width()
        self._name.setText(self._name.fontMetrics().elidedText(self._whole, side, room))


def _scroller(content: QWidget) -> QScrollArea:
    content.setObjectName("scrolled")
    result = QScrollArea()
    result.setFrameShape(QFrame.Shape.NoFrame)
    result.setWidgetResizable(True)
    result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    result.setWidget(content)
    return result


class LockScreen(QWidget):
    """Who comes to the counter; shown in the place of everything else."""

    entered = Signal(object)
    """The person who gave their PIN."""
    rescued = Signal()
    """Who entered gave the rescue code, and with it a new PIN."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self.setObjectName("page")
        self._shop = shop
        self._people: list[_Entrant] = []
        self._cards = QButtonGroup(self)
        self._cards.idClicked.connect(self._ask)
        self.clock = label("", "clock")
        self.day = label("", "muted")
        self.shop_name = label("", "title")
        self.shop_name.setWordWrap(True)
        self.pending = Notice(self.tr("Hay una venta sin cobrar."), "clock")
        self.pad = PinPad(shop.database.clock)
        self.pad.entered.connect(self.try_pin)
        self.asking = label("", "subtitle")
        self.asking.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.asking.setWordWrap(True)
        self.error = label("", "error")
        self.error.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.error.setWordWrap(True)
        self.plain: QPushButton = button(self.tr("Entrar"), "primary", large=True)
        self.plain.clicked.connect(lambda: self.try_pin(""))
        self.forgot: QPushButton = button(self.tr("Me olvidé el PIN"), "link")
        self.forgot.clicked.connect(self.ask_for_code)
        for each in (self, self.pad, self.plain, self.forgot):
            each.installEventFilter(self)
        self._lay_out()
        self._timer = QTimer(self, interval=_CLOCK_MS)
        self._timer.timeout.connect(self._tell_time)

    def _lay_out(self) -> None:
        box = card()
        box.setMaximumSize(780, 520)
        inside = QHBoxLayout(box)
        inside.setContentsMargins(28, 22, 28, 18)
        inside.setSpacing(28)
        inside.addLayout(self._left(), 1)
        inside.addWidget(separator(vertical=True))
        inside.addLayout(self._right(), 1)
        content = QWidget()
        middle = QHBoxLayout(content)
        middle.setContentsMargins(12, 8, 12, 8)
        middle.addWidget(box)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(_scroller(content))

    def _left(self) -> QVBoxLayout:
        self._scroller = _scroller(QWidget())
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # However many they are, they take what room is left.
        self._scroller.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._scroller.setMinimumHeight(2 * _CARD_HEIGHT)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(icon_label("lock", "action", 22, 2.0))
        head.addWidget(self.shop_name, 1)
        result = QVBoxLayout()
        result.setSpacing(2)
        result.addLayout(head)
        result.addSpacing(6)
        result.addWidget(self.clock)
        result.addWidget(self.day)
        result.addSpacing(12)
        result.addWidget(self._scroller, 1)
        result.addSpacing(8)
        result.addWidget(self.pending)
        result.addSpacing(8)
        self.hints = key_hints([("↑ ↓", self.tr("otra persona")), ("Enter", self.tr("entrar"))])
        result.addWidget(self.hints)
        return result

    def _right(self) -> QVBoxLayout:
        result = QVBoxLayout()
        result.setSpacing(12)
        result.addStretch(1)
        for part in (self.asking, self.pad, self.error, self.plain):
            result.addWidget(part)
        result.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        result.addStretch(1)
        return result

    def open_for(self, person: User, *, pending: bool) -> None:
        """Ask for a PIN, that of a person unless another is chosen."""
        self._people = self._shop.read(_entrants)
        self.shop_name.setText(self._shop.read(shop_profile).name)
        self.pending.setVisible(pending)
        people = QWidget()
        people.setObjectName("scrolled")
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        for number, each in enumerate(self._people):
            choice = _PersonCard(each.user)
            self._cards.addButton(choice, number)
            column.addWidget(choice)
        column.addStretch(1)
        # Those of before go with what it held.
        self._scroller.setWidget(people)
        self._tell_time()
        self._timer.start()
        self.show()
        last = (n for n, each in enumerate(self._people) if each.user.id == person.id)
        self._choose(next(last, 0))

    def leave(self) -> None:
        """Forget what was typed."""
        self._timer.stop()
        self.pad.stop_waiting()

    @property
    def person(self) -> User:
        """Whose PIN is asked for."""
        return self._people[self._cards.checkedId()].user

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the people with the arrows, before anything else has them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step and self._people:
                self._choose((self._cards.checkedId() + step) % len(self._people))
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def try_pin(self, pin: str) -> None:
        """Let the person in, if the PIN is theirs."""
        try:
            person = log_in(self._shop.database, self.person.id, pin)
        except PinLockedError as error:
            self.pad.wait_until(error.fields["until"])
        except ShopError as error:
            if self.pad.isHidden():
                self.error.setText(words_of(error))
                self.error.show()
            else:
                self.pad.refuse(words_of(error))
        else:
            self.entered.emit(person)

    @Slot()
    def ask_for_code(self) -> None:
        """Ask an administrator who forgot their PIN for the rescue code."""
        dialog = RescueDialog(self, self._shop, self.person)
        dialog.rescued.connect(self._enter_rescued)
        # The keys come back to the PIN, which may have to wait by now.
        dialog.finished.connect(self._ask)
        dialog.open()

    @Slot(object)
    def _enter_rescued(self, person: User) -> None:
        self.entered.emit(person)
        self.rescued.emit()

    def _choose(self, number: int) -> None:
        choice = self._cards.button(number)
        choice.setChecked(True)
        self._scroller.ensureWidgetVisible(choice)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        person, asked, has_pin = self._people[self._cards.checkedId()]
        missing = asked and not has_pin
        self.pad.stop_waiting()
        if until := self._shop.read(waits_until, person.id):
            self.pad.wait_until(until)
        self.pad.setVisible(has_pin)
        self.plain.setVisible(not asked)
        self.forgot.setVisible(has_pin and person.is_admin)
        self.error.setVisible(missing)
        self.error.setText(str(PinMissingError(name=person.name)) if missing else "")
        words = self.tr("PIN de {name}") if has_pin else "{name}"
        self.asking.setText(words.format(name=person.name))
        self.pad.setAccessibleName(self.asking.text())
        (self if missing else self.pad if has_pin else self.plain).setFocus()

    @Slot()
    def _tell_time(self) -> None:
        now = self._shop.database.clock()
        self.clock.setText(format_time(now))
        self.day.setText(format_date(local(now).date()))


def _entrants(work: Work) -> list[_Entrant]:
    return [
        _Entrant(each.user, needs_pin(work, each.id), each.has_pin)
        for each in list_people(work)
        if each.active
    ]
