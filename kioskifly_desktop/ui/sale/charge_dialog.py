"""The charge: what there is to pay, by which means, and what is given back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout

from kioskifly_desktop.core.errors import (
    AmountError,
    ClientNeededError,
    NotAllowedError,
    PricesChangedError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.loyalty import points_words
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.registers import get_register, open_session_id
from kioskifly_desktop.core.sales import (
    Override,
    SaleDone,
    SaleLineRequest,
    SaleRequest,
    VoidRequest,
    default_register,
    price_lines,
    register_sale,
    void_sale,
)
from kioskifly_desktop.core.sounds import Sound
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.people.sign import Sign, asked_of
from kioskifly_desktop.ui.sale.account_panel import AccountPanel
from kioskifly_desktop.ui.sale.charge_side import ChargeSide, HandedSums
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.means import ACCOUNT, OFFERS, Means, MeansBar
from kioskifly_desktop.ui.sale.points_panel import PointsPanel
from kioskifly_desktop.ui.sale.tender_rows import TenderRows
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.sounds import sound
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card
from kioskifly_desktop.ui.widgets.notice import Notice
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class ChargeDialog(Dialog):
    """Charges a sale once, however often Enter is pressed; Esc goes back to the cart.

    `method` is the means to begin with, None being cash, and `on_account` the client's account.
    """

    charged = Signal(object)
    """The sale was written; carries its SaleDone."""
    prices_changed = Signal()
    """The cart's prices are old ones: nothing was written."""
    client_changed = Signal(object)
    """Another client was chosen; carries the id or None. The answer is `set_sale`."""

    def __init__(
        self,
        shop: Shop,
        toasts: ToastHost,
        parent: QWidget,
        *,
        lines: Sequence[SaleLineRequest],
        total: Centavos,
        client_id: int | None,
        drawer_id: int | None,
        method: PaymentMethod | None = None,
        on_account: bool = False,
        private: bool = False,
    ) -> None:
        super().__init__(parent, self.tr("Cobrar"), size=(1060, 716))
        self._shop = shop
        self._toasts = toasts
        self._drawer_id = drawer_id
        self._request_id = uuid4().hex
        self._charging = False
        self._lines = tuple(lines)
        self._total = self._whole = total
        self._client_id = client_id
        self._needs: Permission | None = None
        self.means = MeansBar()
        self.rows = TenderRows(shop, drawer_id)
        self.sums = HandedSums()
        self.account = AccountPanel(shop)
        self.account.private = private
        self.points = PointsPanel(shop)
        self.side = ChargeSide()
        self.sign = Sign(self.side.charge_button, shop)
        self._build()
        self._connect()
        self.set_sale(lines, total, client_id)
        self._say_session()
        self.choose(PaymentMethod.CASH)
        if on_account and client_id is None:
            QTimer.singleShot(0, self, self._choose_account)
        elif on_account or method is not None:
            self.choose(ACCOUNT if on_account else method)

    def _build(self) -> None:
        self.open_button = button(self.tr("Abrir caja"), "link")
        self.closed = Notice("", "lock", self.open_button)
        self.client_button = button("", icon_name="user")
        self.add_header_button(self.client_button)
        paper = card()
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(16, 14, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self.rows)
        inside.addWidget(self.sums)
        self.body.setSpacing(12)
        for part in (self.closed, self.means, paper, self.points, self.account):
            self.body.addWidget(part)
        self.body.addStretch(1)
        # What there is to pay and its button stay in sight whatever scrolls.
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 24, 0)
        row.setSpacing(0)
        self._outer.removeWidget(self.scroller)
        row.addWidget(self.scroller, 1)
        row.addWidget(self.side)
        self._outer.addLayout(row, 1)

    def _connect(self) -> None:
        self.means.chosen.connect(self.choose)
        self.rows.changed.connect(self._say)
        self.rows.entered.connect(self.charge)
        self.rows.means_wanted.connect(self.means.take_focus)
        self.rows.current_changed.connect(self.means.show_chosen)
        self.sums.handed.connect(self.rows.hand)
        self.sums.exact_wanted.connect(self.exact)
        self.account.changed.connect(self._account_changed)
        self.account.entered.connect(self.charge)
        self.points.changed.connect(self._points_changed)
        self.points.entered.connect(self.charge)
        self.side.charge_wanted.connect(self.charge)
        self.open_button.clicked.connect(self.open_drawer)
        self.client_button.clicked.connect(self.choose_client)
        self._shop.changed.connect(self._say_session)
        keys.assigned.changed.connect(self._write_client)
        acts: dict[str, Callable[[], object]] = {
            "charge.exact": self.exact,
            "charge.means": self.means.take_focus,
            "sale.client": self.choose_client,
            "sale.hide": self.toggle_private,
        }
        for key_id, act in acts.items():
            keys.bind(key_id, self, act).setAutoRepeat(False)
        for offer in OFFERS:
            shortcut = keys.bind(offer.key_id, self, self._chooser(offer.means))
            shortcut.setAutoRepeat(False)

    def _chooser(self, means: Means) -> Callable[[], None]:
        return lambda: self.choose(means)

    def set_sale(
        self, lines: Sequence[SaleLineRequest], total: Centavos, client_id: int | None
    ) -> None:
        """Charge these lines to this client, keeping all that was typed."""
        self._lines, self._whole, self._client_id = tuple(lines), total, client_id
        self._total = total
        self.points.show_sale(lines, client_id)
        self.account.show_client(client_id)
        account = self.rows.row(ACCOUNT)
        if client_id is None and account is not None:
            self.rows.remove(account)
        self._needs = self._shop.read(_missing, self._lines)
        self._write_client()
        self._account_changed()

    @Slot(object)
    def choose(self, means: Means) -> None:
        """Go on with a means; the account asks for its client first."""
        if means is ACCOUNT and self._client_id is None:
            self._pick_client(then=lambda: self.rows.choose(ACCOUNT))
            return
        self.rows.choose(means)

    @Slot()
    def _choose_account(self) -> None:
        """Ask for the client once this dialog is in front."""
        self.choose(ACCOUNT)

    @Slot()
    def exact(self) -> None:
        """Write in the current row exactly what is left to pay."""
        self.rows.exact()

    @Slot()
    def choose_client(self) -> None:
        """Choose the client of the sale; what was typed stays."""
        self._pick_client(then=lambda: None)

    @Slot()
    def toggle_private(self) -> None:
        """Hide what the client owes from the queue, or show it again."""
        self.account.private = not self.account.private
        self.account.show_client(self._client_id)
        self._say()

    def _pick_client(self, then: Callable[[], None]) -> None:
        def chosen(client_id: int) -> None:
            self.client_changed.emit(client_id)
            then()

        picker = ClientPicker(self._shop, self._toasts, self)
        picker.chosen.connect(chosen)
        picker.cleared.connect(lambda: self.client_changed.emit(None))
        picker.finished.connect(self._back)
        picker.open()

    @Slot()
    def open_drawer(self) -> None:
        """Open the drawer of this counter."""
        drawer_id = self._drawer()
        if drawer_id is not None:
            register = self._shop.read(get_register, drawer_id)
            dialog = OpenSessionDialog(self._shop, self._toasts, self, register)
            dialog.finished.connect(self._back)
            dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Charge by Enter also from a list or a box, which have no use for it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        idle = isinstance(QApplication.focusWidget(), QComboBox | QCheckBox)
        if enter and idle and not event.isAutoRepeat():
            self.charge()
        else:
            super().keyPressEvent(event)

    @Slot()
    def charge(self) -> None:
        """Write the sale once and close, or say what is in the way."""
        if self._charging:
            return
        self._charging = True
        self.side.say("")
        try:
            done = self._shop.write(register_sale, self._request())
        except PricesChangedError:
            self.reject()
            self.prices_changed.emit()
            return
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.charge)
            return
        except AmountError as error:
            sound(self._shop, Sound.ERROR)
            if not self._marked():
                self.side.say(words_of(error))
            return
        except ShopError as error:
            self._show(error)
            return
        finally:
            self._charging = False
        self._charging = True  # an Enter that was already on its way finds the sale made
        self.accept()
        sound(self._shop, Sound.CHARGED)
        self.charged.emit(done)
        self._tell(done)

    def _request(self) -> SaleRequest:
        reason = self.account.authorization
        return SaleRequest(
            request_id=self._request_id,
            lines=self._lines,
            tenders=self.rows.tenders(),
            client_id=self._client_id,
            on_account=self.rows.on_account(),
            drawer_id=self._drawer(),
            debt_payment=self.account.debt_payment(),
            keep_change=self.account.keeps_change,
            expected_total=self._total,
            override=Override(reason) if reason else None,
            points=self.points.wanted(),
        )

    def _show(self, error: ShopError) -> None:
        """Say what is in the way, where it can be put right."""
        sound(self._shop, Sound.ERROR)
        account = self.rows.row(ACCOUNT)
        if isinstance(error, ClientNeededError):
            self.choose_client()
        elif error.field == "points":
            self.points.refuse(words_of(error))
        elif error.field == "reason" or (
            error.field in {"on_account", "client"} and self.account.reason_field.isVisibleTo(self)
        ):
            self.account.reason_field.set_error(words_of(error))
            self.account.reason_field.setFocus()
        elif error.field == "on_account" and account is not None:
            account.field.set_error(words_of(error))
            account.take_focus()
        elif error.field == "tenders":
            self.rows.current.field.set_error(words_of(error))
            self.rows.current.take_focus()
        else:
            self.side.say(words_of(error))

    def _tell(self, done: SaleDone) -> None:
        parts = [self.tr("Venta {number}").format(number=done.number)]
        if done.change:
            parts.append(self.tr("Vuelto {amount}").format(amount=format_money(done.change)))
        if done.client_balance is not None and not self.account.private:
            parts.append(self.tr("Saldo: {balance}").format(balance=spoken(done.client_balance)))
        if done.points is not None and done.points.balance >= 0:
            parts.append(said(points_words(done.points.balance)))
        undo = undo_action(self._shop, self._toasts, done.sale_id)
        self._toasts.show(" · ".join(parts), (undo,))

    def _marked(self) -> bool:
        fields = [row.field for row in self.rows.rows]
        return any(field.has_error() for field in (*fields, self.account.debt_field))

    def _drawer(self) -> int | None:
        if self._drawer_id is not None:
            return self._drawer_id
        usual = self._shop.read(default_register, PaymentMethod.CASH)
        return None if usual is None else usual.id

    @Slot()
    def _back(self) -> None:
        """Go on where the person was writing."""
        self.rows.current.take_focus()

    @Slot()
    def _say_session(self) -> None:
        """Offer to open the drawer, if nobody has."""
        drawer_id = self._drawer()
        closed = drawer_id is not None and self._shop.read(open_session_id, drawer_id) is None
        if drawer_id is not None and closed:
            words = self.tr("{register} está cerrada: la venta no entra en ningún turno.")
            name = self._shop.read(get_register, drawer_id).name
            self.closed.words.setText(words.format(register=name))
        self.closed.setVisible(closed)

    @Slot()
    def _points_changed(self) -> None:
        self._total = self._whole - self.points.less()
        self._account_changed()

    @Slot()
    def _account_changed(self) -> None:
        try:
            debt = self.account.debt_payment()
        except AmountError:
            return
        self.rows.show_due(self._total + debt, self._total)

    @Slot()
    def _write_client(self) -> None:
        summary = self.account.summary
        name = summary.client.name if summary else self.tr("Consumidor Final")
        self.set_title(self.tr("Cobrar"), name)
        words = self.tr("Cliente") if summary is None else self.tr("Cambiar cliente")
        self.client_button.setText(f"  {words}   {keys.cap('sale.client')}")
        self.client_button.setAccessibleName(words)

    @Slot()
    def _say(self) -> None:
        """Write what is missing or given back, and what the account will say."""
        self.side.say("")
        self.sums.show_sums(self.rows.rest_for_cash())
        self.sums.setVisible(self.rows.row(PaymentMethod.CASH) is not None)
        try:
            debt = self.account.debt_payment()
            amounts = self.rows.amounts()
        except AmountError:
            self.side.show_unknown()
            return
        given = sum(amount for _, amount in amounts)
        surplus = given - self._total - debt
        account = sum(amount for row, amount in amounts if row.means is ACCOUNT)
        cash = sum(amount for row, amount in amounts if row.means is PaymentMethod.CASH)
        self.account.show_outcome(account, debt, max(surplus, 0))
        self.sign.need(Permission.OVERRIDE_LIMIT if self.account.is_blocked else self._needs)
        keeps = self.account.keeps_change
        change = 0 if keeps and surplus > 0 else surplus
        self.side.show_amounts(self._total, debt, given - account, account, change)
        if surplus > cash and not keeps:
            words = self.tr("Sobran {amount}: solo el efectivo da vuelto.")
            self.rows.current.field.set_error(words.format(amount=format_money(surplus)))


def _missing(work: Work, lines: Sequence[SaleLineRequest]) -> Permission | None:
    """Return the first permission that a person lacks to sell these lines, if there is one."""
    try:
        price_lines(work, lines, None)
    except NotAllowedError as error:
        return Permission(error.fields["permission"])
    except ShopError:
        pass  # the charge says it
    return None


def undo_action(shop: Shop, toasts: ToastHost, sale_id: int) -> ToastAction:
    """Return the button of a notice that voids the sale just made; it outlives the dialog."""
    request = VoidRequest(uuid4().hex, sale_id, _tr("Deshecha en el momento"))

    def undo() -> None:
        try:
            undone = shop.write(void_sale, request)
        except NotAllowedError as error:
            authorize(toasts.front(), shop, error, undo)
        except ShopError as error:
            toasts.show(words_of(error), error=True)
        else:
            toasts.show(_tr("Venta anulada · {number}").format(number=undone.number))

    asks = asked_of(shop, Permission.VOID)
    return ToastAction(_tr("Deshacer"), undo, undo=True, asks=asks)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChargeDialog", text)
