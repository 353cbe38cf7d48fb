"""The means of payment as the charge offers them, and the tiles that choose among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from kioskifly_desktop.core.errors import QT_TRANSLATE_NOOP
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

Means: TypeAlias = PaymentMethod | None
"""A means of payment, or None: on the client's account."""

ACCOUNT: Means = None
_COLUMNS = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Offer(NamedTuple):
    """A means, its words, its icon and the shortcut that chooses it from anywhere."""

    means: Means
    words: str
    icon_name: str
    key_id: str

    def tr(self) -> str:
        """Return the words as shown."""
        return QCoreApplication.translate("means", self.words)


OFFERS = (
    Offer(PaymentMethod.CASH, QT_TRANSLATE_NOOP("means", "Efectivo"), "banknote", "sale.cash"),
    Offer(
        PaymentMethod.DEBIT_CARD,
        QT_TRANSLATE_NOOP("means", "Débito"),
        "credit-card",
        "sale.debit_card",
    ),
    Offer(
        PaymentMethod.CREDIT_CARD,
        QT_TRANSLATE_NOOP("means", "Crédito"),
        "credit-card",
        "sale.credit_card",
    ),
    Offer(
        PaymentMethod.TRANSFER,
        QT_TRANSLATE_NOOP("means", "Transferencia"),
        "landmark",
        "sale.transfer",
    ),
    Offer(PaymentMethod.QR, QT_TRANSLATE_NOOP("means", "QR"), "smartphone", "sale.qr"),
    Offer(ACCOUNT, QT_TRANSLATE_NOOP("means", "Cuenta corriente"), "wallet", "sale.account"),
)
"""In the order of the digits that choose them."""

OFFER_OF = {offer.means: offer for offer in OFFERS}


class _Tile(QToolButton):
    """A means as a tile, with the digit that chooses it in its corner."""

    def __init__(self, offer: Offer, digit: int) -> None:
        super().__init__()
        self.setText(f" {offer.tr()}")
        self.setAccessibleName(offer.tr())
        self.setProperty("kind", "tile")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMinimumSize(QSize(0, 46))
        policy = self.sizePolicy()
        self.setSizePolicy(policy.Policy.Expanding, policy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_icon(self, offer.icon_name, "text_secondary", 20, active="action")
        keys.tip(self, offer.tr(), offer.key_id)
        self._digit = label(str(digit), "key")
        self._digit.setParent(self)
        self._digit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the digit in its corner."""
        super().resizeEvent(event)
        self._digit.adjustSize()
        self._digit.move(self.width() - self._digit.width() - 6, 5)


class MeansBar(QWidget):
    """The means as tiles: 1 to 6 and the arrows choose while the focus is here."""

    chosen = Signal(object)
    """A means was picked; carries its PaymentMethod, or None for the account."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: dict[Means, QToolButton] = {}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, offer in enumerate(OFFERS):
            tile = _Tile(offer, place + 1)
            tile.clicked.connect(lambda _=False, means=offer.means: self.chosen.emit(means))
            tile.installEventFilter(self)
            self._group.addButton(tile, place)
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            grid.setColumnStretch(place % _COLUMNS, 1)
            self.tiles[offer.means] = tile
        self.show_chosen(PaymentMethod.CASH)

    def show_chosen(self, means: Means) -> None:
        """Mark the means that is being written."""
        self.tiles[means].setChecked(True)

    def take_focus(self) -> None:
        """Wait for a digit: the one that chooses the means."""
        self._group.button(max(self._group.checkedId(), 0)).setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by digit, by arrow, or with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        here = next(n for n, tile in enumerate(self.tiles.values()) if tile is watched)
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.chosen.emit(OFFERS[here].means)
            return True
        digit = event.key() - Qt.Key.Key_1
        if 0 <= digit < len(OFFERS):
            self.chosen.emit(OFFERS[digit].means)
            return True
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 3, Qt.Key.Key_Up: -3}
        if event.key() in steps:
            there = min(max(here + steps[Qt.Key(event.key())], 0), len(OFFERS) - 1)
            self._group.button(there).setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False
