"""The guide that F1 opens: its pages, and which one belongs to where a person is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kioskifly_desktop import resources
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.key_rules import PAGE_NAMES, page_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KEYS_PAGE = "teclas"
PAGES = (
    *("README", "primer-dia", "venta", "fiado", "caja", "productos-y-stock", "kiosk-ia"),
    *("promociones-y-puntos", "reportes-y-contador", "personas-y-pin", "impresora", "copias"),
    *("problemas", KEYS_PAGE),
)
"""The names of the pages' files, as the list shows them."""


class Topic(NamedTuple):
    """A page of the guide, and the heading at which it is opened."""

    page: str
    heading: str = ""


_MESSAGES = Topic("kiosk-ia", "Un recordatorio")
_MOVES = Topic("caja", "Durante el turno")
_LISTS = Topic("promociones-y-puntos", "Precios para algunos")
_POINTS = Topic("promociones-y-puntos", "Los puntos")
_NOTEBOOK = Topic("primer-dia", "Pasar el cuaderno")
_TICKETS = Topic("venta", "Deshacer, devolver, anular")
_TODAY_PRICE = Topic("fiado", "A precio de hoy")

OF_PAGES = {
    keys.SALE: Topic("venta"),
    keys.CLIENTS: Topic("fiado"),
    keys.PRODUCTS: Topic("productos-y-stock"),
    keys.REGISTERS: Topic("caja"),
    keys.TODAY: Topic("kiosk-ia", "A quién escribirle"),
    keys.REPORTS: Topic("reportes-y-contador"),
    keys.SETTINGS: Topic("README"),
}
OF_SECTIONS = {
    "profile": Topic("primer-dia"),
    "people": Topic("personas-y-pin"),
    "printers": Topic("impresora"),
    "scanner": Topic("venta", "El lector"),
    "scale": Topic("productos-y-stock", "La balanza"),
    "cash": Topic("caja", "Que cierren a ciegas"),
    "debts": _TODAY_PRICE,
    "means": Topic("caja", "Las otras cajas"),
    "promotions": Topic("promociones-y-puntos", "Una promoción"),
    "points": _POINTS,
    "keys": Topic(KEYS_PAGE),
    "look": Topic("primer-dia", "Que se lea bien"),
    "bot": Topic("kiosk-ia", "Quién escribe"),
    "backups": Topic("copias"),
    "activity": Topic("personas-y-pin", "Quién hizo qué"),
    "plan": Topic("primer-dia", "El plan"),
    "program": Topic("problemas", "Mandar un informe de problema"),
}
OF_DIALOGS = {
    "AdjustDialog": Topic("fiado", "Cuando hay un problema con una deuda"),
    "AnonymiseDialog": Topic("fiado", "Sus datos"),
    "AuthorizeDialog": Topic("personas-y-pin", "Autorizar"),
    "CashDialog": _MOVES,
    "ChargeDialog": Topic("venta", "Cobrar"),
    "ClientForm": Topic("fiado", "Un cliente nuevo"),
    "ClientPage": Topic("fiado", "Su perfil"),
    "ClientPicker": Topic("fiado", "Fiar"),
    "CloseSessionDialog": Topic("caja", "Cerrar"),
    "DrawerDialog": _MOVES,
    "DuplicatesDialog": Topic("fiado", "Cuando hay un problema con una deuda"),
    "ExpenseDialog": _MOVES,
    "ExportDialog": Topic("reportes-y-contador", "Para el contador"),
    "FirstRunDialog": Topic("primer-dia"),
    "GroupDialog": _LISTS,
    "HelpDialog": Topic(KEYS_PAGE),
    "ImportDialog": _NOTEBOOK,
    "KeyDialog": Topic(KEYS_PAGE),
    "LineDialog": Topic("venta", "Lo que aparece en el medio"),
    "MessageDialog": _MESSAGES,
    "NotebookDialog": _NOTEBOOK,
    "OfferDialog": Topic("kiosk-ia", "Una oferta"),
    "OpenSessionDialog": Topic("caja", "Abrir"),
    "ParkedDialog": Topic("venta", "Lo que aparece en el medio"),
    "PayloadDialog": Topic("kiosk-ia", "Qué sale de tu computadora"),
    "PersonDialog": Topic("personas-y-pin", "Sumar a alguien"),
    "PersonalDataDialog": Topic("fiado", "Sus datos"),
    "PinDialog": Topic("personas-y-pin"),
    "PointsDialog": _POINTS,
    "PreviewDialog": Topic("impresora", "Lo que falta salir"),
    "PriceChangeDialog": Topic("productos-y-stock", "Cambiar muchos precios"),
    "PriceCheck": Topic("venta", "Lo que aparece en el medio"),
    "PriceHistoryDialog": Topic("productos-y-stock", "Cambiar muchos precios"),
    "PriceListDialog": _LISTS,
    "PrinterDialog": Topic("impresora", "Ponerla"),
    "ProductForm": Topic("productos-y-stock", "Cargar un producto"),
    "PromiseDialog": Topic("fiado", "Promesas"),
    "PromotionDialog": Topic("promociones-y-puntos", "Una promoción"),
    "QueueDialog": Topic("impresora", "Lo que falta salir"),
    "ReportDialog": Topic("problemas", "Mandar un informe de problema"),
    "RegisterDialog": Topic("caja", "Las otras cajas"),
    "RestoreDialog": Topic("copias", "Volver a una copia"),
    "RescueCodeDialog": Topic("personas-y-pin", "El código de rescate"),
    "RescueDialog": Topic("problemas", "Me olvidé el PIN"),
    "ReturnDialog": _TICKETS,
    "SaleDialog": _TICKETS,
    "SearchDialog": Topic("impresora", "Ponerla"),
    "SmallForm": _LISTS,
    "StatementDateDialog": Topic("fiado", "Que vea su cuenta"),
    "StockDialog": Topic("productos-y-stock", "Mercadería que entra"),
    "TermsDialog": _LISTS,
    "TicketsDialog": _TICKETS,
    "TodayPriceDialog": _TODAY_PRICE,
    "WalletDialog": Topic("fiado", "Cobrar lo que debe"),
    "BonusDialog": _POINTS,
}
"""By the name of the class, so that no dialog is loaded for its help."""


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page of the guide."""

    name: str
    title: str
    markdown: str

    def says(self, words: Iterable[str]) -> bool:
        """Tell whether each of the words, folded, is in the page."""
        text = fold(self.markdown)
        return all(word in text for word in words)


def read_pages() -> list[GuidePage]:
    """Return the pages that there are; that of the keys is always there."""
    return [page for name in PAGES if (page := _read(name)) is not None]


def dialog_topic(kind: type) -> Topic | None:
    """Return the topic of a dialog by its class, or by what it is a kind of."""
    found = (OF_DIALOGS[each.__name__] for each in kind.__mro__ if each.__name__ in OF_DIALOGS)
    return next(found, None)


def keys_markdown(in_force: Callable[[keys.Key], str] = keys.cap) -> str:
    """Return the keys, page by page, as the guide writes them."""
    parts = []
    for page in PAGE_NAMES:
        rows = [f"| `{in_force(k)}` | {keys.words(k)} |" for k in keys.KEYS if k.page == page]
        if rows:
            parts.append("\n".join([f"## {page_name(page)}", "", "| Tecla | Qué hace |"]))
            parts[-1] += "\n".join(["", "|---|---|", *rows, ""])
    return "\n".join(parts)


def _read(name: str) -> GuidePage | None:
    file = resources.GUIDE / f"{name}.md"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    if name == KEYS_PAGE:
        # The shop may have given them other keys.
        text = (text.partition("\n## ")[0] or "# Las teclas\n").rstrip() + "\n\n" + keys_markdown()
    if not text:
        return None
    title = re.match(r"# (.+)", text)
    return GuidePage(name, title[1] if title else name, text)
