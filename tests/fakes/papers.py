"""Documents as the shop's vouchers write them."""

from __future__ import annotations

from datetime import UTC, datetime

from kioskifly_desktop.core.documents import (
    Document,
    DocumentKind,
    Movement,
    MovementsHeader,
    Pair,
    Rule,
    Signature,
    Space,
    Style,
    Text,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.papers import (
    CashCounted,
    CashSheet,
    Issue,
    close_report,
    interim_report,
)
from kioskifly_desktop.core.printers import Printer, Transport
from kioskifly_desktop.core.settings import ShopProfile

SHOP_HEADER = (
    Text("KIOSCO EL SOL", "center", Style.TITLE),
    Text("de PÉREZ IBÁÑEZ, María José", "center"),
    Text("CUIT 27-12345678-4 - Monotributo", "center"),
    Text("IIBB 27-12345678-4 - Inicio act. 03/2019", "center"),
    Text("Av. Peñaloza 1234, Córdoba", "center"),
    Rule("="),
)
LEGEND = "DOCUMENTO NO VÁLIDO COMO FACTURA"

RECEIPT = Document(
    kind=DocumentKind.PAYMENT,
    title="Recibo de pago",
    number="X-00001-00000457",
    blocks=(
        *SHOP_HEADER,
        Text("RECIBO DE PAGO  X", "center", Style.BOLD),
        Text(LEGEND, "center"),
        Pair("N°", "X-00001-00000457"),
        Pair("Fecha", "22/11/2026 10:31"),
        Rule(),
        Text("Recibimos de: GÓMEZ NÚÑEZ, Ramón (cta. 00184)"),
        Text("DNI 20.123.456"),
        Rule(),
        Pair("Efectivo", format_money(1_000_000)),
        Pair("Transferencia Mercado Pago", format_money(500_000)),
        Rule(),
        Pair("TOTAL PAGADO", format_money(1_500_000), Style.TALL),
        Text("Son pesos quince mil con 00/100."),
        Rule(),
        Pair("Saldo anterior", format_money(4_567_890)),
        Pair("Este pago", format_money(-1_500_000)),
        Pair("SALDO ACTUAL", format_money(3_067_890), Style.BOLD),
        Rule(),
        Space(2),
        Signature(("Firma y aclaración",)),
        Space(),
        Text("Atendió: Lucía - Caja 1", "center"),
        Text("Op. 000457-7F3A", "center"),
    ),
)

STATEMENT = Document(
    kind=DocumentKind.STATEMENT,
    title="Estado de cuenta",
    number="",
    blocks=(
        *SHOP_HEADER,
        Text("ESTADO DE CUENTA", "center", Style.BOLD),
        Text(LEGEND, "center"),
        Text("Cliente: GÓMEZ NÚÑEZ, Ramón (cta. 00184)"),
        Pair("Desde 01/11/26", "hasta 22/11/26"),
        Pair("Emitido", "22/11/2026 10:35"),
        Rule(),
        MovementsHeader(opening=1_900_000),
        Movement("03/11/2026", "Tkt 12210", 845_000, 2_745_000, "Ticket 0001-00012210"),
        Movement("10/11/2026", "Tkt 12345", 1_234_567, 3_979_567, "Ticket 0001-00012345"),
        Movement("12/11/2026", "Pago 449", -900_000, 3_079_567, "Recibo X-00001-00000449"),
        Movement("15/11/2026", "Compra de golosinas y cigarrillos", 1_488_323, 4_567_890),
        Movement("22/11/2026", "Pago 457", -1_500_000, 3_067_890, "Recibo X-00001-00000457"),
        Rule(),
        Pair("Compras del período", format_money(3_567_890)),
        Pair("Pagos del período", format_money(-2_400_000)),
        Pair("SALDO A PAGAR", format_money(3_067_890), Style.TALL),
        Rule(),
        Text("Impago más antiguo: 15/11/2026"),
        Pair("Límite de crédito", format_money(6_000_000)),
        Space(),
        Text("¡Gracias por su pago!", "center"),
        Text("Op. 000458-1C90", "center"),
    ),
)


_PROFILE = ShopProfile(
    name="KIOSCO EL SOL",
    owner="PÉREZ IBÁÑEZ, María José",
    cuit="27-12345678-4",
    condition="Monotributo",
    gross_income="27-12345678-4",
    started="03/2019",
    address="Av. Peñaloza 1234, Córdoba",
)
_SHEET = CashSheet(
    register="Caja 1",
    opened_at=datetime(2026, 11, 22, 17, 0, tzinfo=UTC),
    opened_by="Lucía",
    opening_float=2_000_000,
    lines=(
        ("Cobranzas de cuenta corriente", 19_455_000),
        ("Anulaciones de cobranzas", -158_000),
        ("Ingresos", 158_000),
        ("Retiros", -3_250_000),
        ("Pases a otras cajas", -10_000_000),
    ),
    expected=8_205_000,
    movements=(
        ("Cambio de la panadería", 158_000),
        ("Pago a proveedores: Distribuidora Ñandú", -3_250_000),
        ("De Caja 1 a Banco · depósito", -10_000_000),
    ),
)
_CLOSED_AT = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)

CLOSE = close_report(
    _PROFILE,
    Issue(_CLOSED_AT, "Lucía", 312, "close-312"),
    _SHEET,
    CashCounted(
        notes=(
            (2_000_000, 2),
            (1_000_000, 3),
            (200_000, 5),
            (100_000, 1),
            (50_000, 0),
        ),
        coins=95_000,
        over_short=-10_000,
        note="Falta un vuelto de la mañana",
    ),
    number="CX-00001-00000312",
)
X_REPORT = interim_report(_PROFILE, Issue(_CLOSED_AT, "Lucía"), _SHEET)


def long_statement(rows: int) -> Document:
    """Return a statement of so many movements."""
    head, tail = STATEMENT.blocks[:13], STATEMENT.blocks[18:]
    movements = tuple(
        Movement("10/11/2026", f"Tkt {n:05d}", 12_345, 12_345 * n, f"Ticket 0001-{n:08d}")
        for n in range(1, rows + 1)
    )
    return Document(STATEMENT.kind, STATEMENT.title, "", (*head, *movements, *tail))


def printer(
    address: str = "127.0.0.1:9100",
    transport: Transport = Transport.TCP,
    *,
    columns: int = 48,
    code_page: str = "cp858",
    code_page_number: int = 19,
    has_cutter: bool = True,
) -> Printer:
    """Return a printer's record."""
    return Printer(
        id=1,
        name="Mostrador",
        transport=transport,
        address=address,
        columns=columns,
        code_page=code_page,
        code_page_number=code_page_number,
        has_cutter=has_cutter,
    )
