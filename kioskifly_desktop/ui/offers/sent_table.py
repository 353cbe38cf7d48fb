"""The messages that a client was sent, and whether they came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from kioskifly_desktop.core.contact import MessageRow, messages
from kioskifly_desktop.core.es_ar import business_date, format_date, format_time
from kioskifly_desktop.ui.offers.words import came_words, sent_words
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.ui.shop import Shop


class SentTable(QStackedWidget):
    """What was sent, newest first, page by page."""

    def __init__(self, shop: Shop, client_id: int) -> None:
        super().__init__()
        self._shop = shop
        self._client_id = client_id
        self.model: RowsModel[MessageRow] = RowsModel(
            [
                Column(_tr("Enviado"), _when),
                Column(_tr("Mensaje"), sent_words, tooltip=lambda row: row.text),
                Column(_tr("¿Volvió?"), came_words),
            ],
            self._fetch,
            page=50,
            parent=self,
        )
        self.table = rows_table(self.model, _tr("Mensajes enviados"), {0: 116, 2: 136})
        self.addWidget(self.table)
        words = _tr("Cuando le mandes una oferta queda acá, con si volvió a comprar.")
        self.addWidget(EmptyState("send", _tr("Todavía no le mandaste nada"), words))
        self.refresh()

    def refresh(self) -> None:
        """Read again what was sent."""
        self.model.reload()
        self.setCurrentIndex(0 if self.model.rows else 1)

    def _fetch(self, after: MessageRow | None, limit: int) -> Sequence[MessageRow]:
        before = after.id if after else None
        return self._shop.read(messages, self._client_id, before=before, limit=limit)


def _when(row: MessageRow) -> str:
    return f"{format_date(business_date(row.at))}\n{format_time(row.at)} · {row.user}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("SentTable", text)
