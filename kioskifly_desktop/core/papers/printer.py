"""The page that shows a printer's width and accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.documents import (
    Block,
    Document,
    DocumentKind,
    Letters,
    Pair,
    Rule,
    Style,
    Text,
)
from kioskifly_desktop.core.es_ar import format_datetime

if TYPE_CHECKING:
    from datetime import datetime

    from kioskifly_desktop.core.printers import Printer


_PAGES = (("cp858", 19), ("cp850", 2), ("cp1252", 16), ("cp860", 3), ("cp437", 0))
"""The code pages that printers have most, with the slots most give them."""


TEST_TITLE = "Página de prueba"


def test_page(printer: Printer, at: datetime) -> Document:
    """Return the page that shows whether a printer's width and accents are right."""
    ruler = "".join(str(n % 10) for n in range(1, printer.columns + 1))
    body: list[Block] = [
        Text("KIOSKIFLY", align="center", style=Style.TITLE),
        Text(TEST_TITLE, align="center", style=Style.BOLD),
        Rule("="),
        Pair("Impresora", printer.name),
        Pair("Columnas", str(printer.columns)),
        Pair("Página de códigos", f"{printer.code_page} ({printer.code_page_number})"),
        Pair("Fecha", format_datetime(at)),
        Rule(),
        Text("La regla tiene que ocupar una línea justa:"),
        Text(ruler),
        Text("Con la página elegida:"),
        Text("ñ Ñ á Á é É í Í ó Ó ú Ú ü Ü ¿ ¡ º ª"),
        Text("Si se ve mal, elegí el número del renglón que se vea bien:"),
        *(Letters(codec, number) for codec, number in _PAGES),
        Pair("Normal", "$ 1.234,50"),
        Pair("Negrita", "$ 1.234,50", Style.BOLD),
        Pair("Alto", "$ 1.234,50", Style.TALL),
        Rule("="),
    ]
    return Document(DocumentKind.TEST, TEST_TITLE, "", tuple(body))
