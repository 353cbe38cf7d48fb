"""A sale opened to its lines: what was sold, how it was paid, what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.es_ar import MINUS, format_datetime, format_money, format_quantity
from kioskifly_desktop.core.methods import METHOD_NAMES
from kioskifly_desktop.core.sales import SaleDetail, SaleKind, SaleLineRow
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.roles import give_role
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.labels import label, separator, set_tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


class SaleLines(QScrollArea):
    """Shows one sale; empty until it is given one."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("facts")
        self.setMinimumWidth(290)
        give_role(self, QAccessible.Role.Document)

    def show_sale(self, sale: SaleDetail | None) -> None:
        """Show a sale, or nothing."""
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        if sale is not None:
            self._head(column, sale)
            column.addWidget(separator())
            column.addLayout(self._lines(sale))
            column.addWidget(separator())
            column.addLayout(self._money(sale))
            self._notes(column, sale)
        column.addStretch(1)
        self.setWidget(inside)

    def _head(self, column: QVBoxLayout, sale: SaleDetail) -> None:
        kind = self.tr("Devolución") if sale.kind is SaleKind.RETURN else self.tr("Ticket")
        column.addWidget(label(f"{kind} {sale.number}", "subtitle"))
        who = sale.client or self.tr("Consumidor Final")
        column.addWidget(label(who))
        when = self.tr("{moment} · Atendió {user}")
        attended = label(when.format(moment=format_datetime(sale.at), user=sale.user), "muted")
        attended.setWordWrap(True)
        column.addWidget(attended)
        if state := self._state(sale):
            column.addWidget(label(state, "warning"))

    def _state(self, sale: SaleDetail) -> str:
        if sale.voided:
            return self.tr("Anulada")
        if all(line.returned == line.quantity for line in sale.lines):
            return self.tr("Devuelta")
        return self.tr("Devuelta en parte") if any(line.returned for line in sale.lines) else ""

    def _lines(self, sale: SaleDetail) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(sale.lines):
            name = label(line.description)
            name.setWordWrap(True)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(name)
            words.addWidget(label(line_words(line), "tiny"))
            for rebate in (each for each in sale.rebates if each.line_id == line.id):
                less = label(f"{rebate.name} {format_money(-rebate.amount)}", "tiny")
                set_tone(less, "credit")
                words.addWidget(less)
            if line.returned:
                back = self.tr("Devuelto: {quantity}").format(quantity=amount_of(line, "returned"))
                words.addWidget(label(back, "warning"))
            grid.addLayout(words, row, 0)
            grid.addWidget(_figure(format_money(line.total)), row, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _money(self, sale: SaleDetail) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        rows: list[tuple[str, str, bool]] = [(self.tr("Total"), format_money(sale.total), True)]
        for payment in sale.payments:
            caption = f"{said(METHOD_NAMES[payment.method])} · {payment.register}"
            rows.append((caption, format_money(payment.amount), False))
        if sale.on_account:
            rows.append((self.tr("Cuenta corriente"), format_money(sale.on_account), False))
        for payment in sale.payments:
            if payment.change:
                handed = self.tr("Entregó {amount} · vuelto")
                caption = handed.format(amount=format_money(payment.tendered))
                rows.append((caption, format_money(payment.change), False))
        if sale.points is not None:
            # Of a return they are those given back.
            for caption, count in (
                (self.tr("Puntos sumados"), sale.points.earned),
                (self.tr("Puntos canjeados"), sale.points.redeemed),
            ):
                if count:
                    rows.append((caption, f"{count}".replace("-", MINUS), False))
        for row, (caption, figure, strong) in enumerate(rows):
            words = label(caption, "" if strong else "muted")
            words.setWordWrap(True)
            amount = _figure(figure, strong=strong)
            if strong:
                words.setFont(font(16, 600))
            grid.addWidget(words, row, 0)
            grid.addWidget(amount, row, 1)
        return grid

    def _notes(self, column: QVBoxLayout, sale: SaleDetail) -> None:
        if sale.authorized_by:
            words = self.tr("Autorizó {user}: {reason}")
            note = label(words.format(user=sale.authorized_by, reason=sale.authorization), "muted")
            note.setWordWrap(True)
            set_tone(note, "warning")
            column.addWidget(note)


def line_words(line: SaleLineRow) -> str:
    """Write how many at what price: `2 x $ 900,00`, with the discount where there was one."""
    words = f"{amount_of(line, 'quantity')} x {format_money(line.price)}"
    if line.discount:
        words = f"{words}  {MINUS}{format_percent(line.discount)}"
    return words


def amount_of(line: SaleLineRow, field: str) -> str:
    """Write the `quantity` of a line, or what was `returned` of it."""
    return format_quantity(getattr(line, field), kilograms=line.unit is Unit.KILOGRAM)


def _figure(words: str, *, strong: bool = False) -> QLabel:
    result = label(words)
    result.setFont(font(16 if strong else 14, 600 if strong else 500, tabular=True))
    result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return result
