"""The client of the sale, over the cart: who they are and how their account stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from kioskifly_desktop.core.es_ar import format_date, format_money
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.offers.entry import OfferButton
from kioskifly_desktop.ui.offers.words import live_words
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.roles import name_group
from kioskifly_desktop.ui.sale.account_panel import HIDDEN, available_words
from kioskifly_desktop.ui.sale.client_terms import TermsShown, terms_shown
from kioskifly_desktop.ui.theme import font, px
from kioskifly_desktop.ui.wallet.standing import standing
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.icons import icon_label, set_label_icon
from kioskifly_desktop.ui.widgets.labels import avatar_pixmap, label, plain_tooltip, set_tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from kioskifly_desktop.core.contact import LiveOffer
    from kioskifly_desktop.core.wallet import WalletSummary
    from kioskifly_desktop.ui.shop import Shop

_AVATAR, _LEAST = 42, 60
_NARROW = 600
_NOTHING = TermsShown("", ())


class _Line(QLabel):
    """A line of text that ends in an ellipsis where it does not fit; `text` is all of it."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self._whole = ""

    def text(self) -> str:
        """Return all of the text."""
        return self._whole

    def setText(self, text: str) -> None:
        """Show as much of a text as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(plain_tooltip(text))
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for all of it."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Do with little."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = Qt.TextElideMode.ElideRight
        super().setText(self.fontMetrics().elidedText(self._whole, side, self.width()))


class ClientBar(QFrame):
    """Shows the client of the sale; hidden figures stay hidden until the key is pressed again."""

    choose_wanted = Signal()
    page_wanted = Signal()
    offer_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(68)
        name_group(self, self.tr("Cliente de la venta"))
        self._shop = shop
        self._summary: WalletSummary | None = None
        self._offers: Sequence[LiveOffer] = ()
        self._terms = _NOTHING
        self.private = False
        self.avatar = QLabel()
        self.avatar.setFixedSize(_AVATAR, _AVATAR)
        self.nobody = icon_label("user", "text_tertiary", 26, 1.8)
        self.nobody.setFixedSize(_AVATAR, _AVATAR)
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = _Line()
        self.name.setFont(font(16, 600))
        self.note = _Line("muted")
        self.arrow = icon_label("check", "text_secondary", 16, 2.6)
        self.word = label("")
        self.word.setFont(font(13, 600))
        self.balance = label("")
        self.balance.setFont(font(24, 700, tabular=True))
        self.discount = label("", "mark")
        set_tone(self.discount, "action")
        self.offers = label("", "mark")
        set_tone(self.offers, "action")
        self.offer = OfferButton(shop, "sale.offer")
        self.offer.button.clicked.connect(self.offer_wanted)
        self.page_button = icon_button("user", self.tr("Perfil del cliente"))
        keys.tip(self.page_button, self.tr("Perfil del cliente"), "sale.page")
        self.page_button.clicked.connect(self.page_wanted)
        self.clear_button = icon_button("x", self.tr("Vender a Consumidor Final"))
        self.clear_button.clicked.connect(self.clear_wanted)
        self.choose_button = button("")
        self.choose_button.clicked.connect(self.choose_wanted)
        acts = (self.page_button, self.offer.button, self.clear_button, self.choose_button)
        for each in acts:
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        keys.assigned.changed.connect(self._write)
        self.show_client(None)

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name)
        first.addWidget(self.discount)
        first.addWidget(self.offers)
        first.addStretch()
        who.addStretch()
        who.addLayout(first)
        who.addWidget(self.note)
        who.addStretch()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.nobody)
        row.addWidget(self.avatar)
        row.addSpacing(4)
        row.addLayout(who, 1)
        for part in (self.arrow, self.word, self.balance):
            row.addWidget(part)
        row.addSpacing(10)
        row.addWidget(self.page_button)
        row.addWidget(self.offer.button)
        row.addWidget(self.clear_button)
        row.addWidget(self.choose_button)

    def show_client(self, summary: WalletSummary | None, offers: Sequence[LiveOffer] = ()) -> None:
        """Show a client, their account and their offers, or that the sale is to nobody."""
        self._summary = summary
        self._offers = offers
        self._terms = _NOTHING
        if summary is not None:
            self._terms = self._shop.read(terms_shown, summary.client)
        self.offer.refresh()
        self._write()

    def set_private(self, private: bool) -> None:  # noqa: FBT001 - a property of the widget
        """Hide what the client owes from those who wait, or show it again."""
        self.private = private
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room there is to the name and the balance."""
        super().resizeEvent(event)
        if (event.oldSize().width() < px(_NARROW)) != (event.size().width() < px(_NARROW)):
            self._write()
            self._row.activate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a client from anywhere in the bar."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose_wanted.emit()

    @Slot()
    def _write(self) -> None:
        summary = self._summary
        self._write_key()
        self.choose_button.setAccessibleName(self.tr("Elegir cliente"))
        shown = (self.arrow, self.word, self.balance, self.offer.button, self.clear_button)
        for part in shown:
            part.setVisible(summary is not None)
        self.discount.setVisible(summary is not None and summary.client.discount > 0)
        self.offers.setVisible(summary is not None and bool(self._offers))
        narrow = self.width() < px(_NARROW)
        # Where there is little room, the page has its key.
        for part in (self.avatar, self.page_button):
            part.setVisible(summary is not None and not narrow)
        self.balance.setFont(font(20 if narrow else 24, 700, tabular=True))
        self._row.setSpacing(5 if narrow else 8)
        self.nobody.setVisible(summary is None)
        set_tone(self.note, "")
        if summary is None:
            self.name.setText(self.tr("Consumidor Final"))
            self.note.setText(self.tr("Para anotar en una cuenta, elegí el cliente."))
            return
        self._write_client(summary)

    def _write_key(self) -> None:
        words = self.tr("Cambiar") if self._summary else self.tr("Elegir cliente")
        key = keys.cap("sale.client")
        short = self._summary is not None and self.width() < px(_NARROW)
        self.choose_button.setText(key if short else f"{words}   {key}")

    def _write_client(self, summary: WalletSummary) -> None:
        client = summary.client
        self.avatar.setPixmap(avatar_pixmap(client.name, px(_AVATAR), self.devicePixelRatioF()))
        self.name.setText(client.name)
        rate = format_percent(client.discount)
        self.discount.setText(self.tr("Descuento {rate}").format(rate=rate))
        count = len(self._offers)
        self.offers.setText(
            self.tr("1 oferta") if count == 1 else self.tr("{n} ofertas").format(n=count)
        )
        said = "\n".join(live_words(offer) for offer in self._offers)
        self.offers.setToolTip(plain_tooltip(said))
        self.offers.setAccessibleDescription(said)
        stands = standing(client.balance)
        ink = "text_secondary" if self.private else stands.ink
        tone = "" if self.private else {"debt": "debt", "credit": "credit"}.get(ink, "muted")
        set_label_icon(self.arrow, stands.icon, ink, 16, 2.6)
        self.arrow.setVisible(not self.private)
        self.word.setText(self.tr("Saldo") if self.private else stands.word)
        self.balance.setText(HIDDEN if self.private else format_money(abs(client.balance)))
        self.balance.setVisible(self.private or client.balance != 0)
        set_tone(self.word, tone)
        set_tone(self.balance, tone)
        if self.private:
            words = self.tr("Los montos están tapados: {key} los muestra.")
            self.note.setText(words.format(key=keys.cap("sale.hide")))
            return
        notes = self._notes(summary)
        if self._terms.lock:
            self.note.setText("  ·  ".join((self._terms.lock, *notes)))
            set_tone(self.note, "debt")
            return
        self.note.setText("  ·  ".join(notes))
        if not client.account_enabled or summary.overdue:
            set_tone(self.note, "warning")

    def _notes(self, summary: WalletSummary) -> list[str]:
        """Say what is special, what is past its term, what may still be taken, and since when."""
        notes = list(self._terms.words)
        if summary.overdue:
            words = self.tr("Vencido {amount}")
            notes.append(words.format(amount=format_money(summary.overdue)))
        notes.append(available_words(summary))
        if summary.owing_since is not None:
            days = (self._shop.read(lambda work: work.today) - summary.owing_since).days
            notes.append(self._since_words(summary.owing_since, days))
        return notes

    def _since_words(self, day: date, days: int) -> str:
        if days < 0:  # the computer's clock was put back
            return self.tr("Debe desde el {day}").format(day=format_date(day))
        near = {0: self.tr("Debe desde hoy"), 1: self.tr("Debe desde ayer")}
        return near.get(days) or self.tr("Debe desde hace {days} días").format(days=days)
