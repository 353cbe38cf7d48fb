"""Voiding a sale: who may, why, and the sentence when it can't be any more."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.sales import VoidRequest, void_sale
from kioskifly_desktop.ui.people.authorize import lent_in
from kioskifly_desktop.ui.widgets.dialog import Question, ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.sales import SaleDetail, SaleRow
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


def ask_void(
    shop: Shop, toasts: ToastHost, parent: QWidget, sale: SaleDetail | SaleRow
) -> Question:
    """Ask for the reason and void a sale."""
    request_id = uuid4().hex

    def void(reason: str) -> None:
        done = shop.write(void_sale, VoidRequest(request_id, sale.id, reason))
        toasts.show(
            _tr("Venta {number} anulada · {paper}").format(number=sale.number, paper=done.number)
        )

    return ask(
        parent,
        _tr("¿Anular la venta {number}?").format(number=sale.number),
        _tr("Vuelven {total} y la mercadería: queda anotado el movimiento contrario.").format(
            total=format_money(sale.total)
        ),
        _tr("Anular"),
        void,
        reason=True,
        lend=lent_in(shop),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Voids", text)
