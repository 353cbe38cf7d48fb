"""Documents as the shop's vouchers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

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
from kioskifly_desktop.core.fiscal import DocumentType
from kioskifly_desktop.core.papers import (
    CashCounted,
    CashSheet,
    Goods,
    Issue,
    Party,
    ReturnSheet,
    SaleSheet,
    SalesSheet,
    Standing,
    UpdatedGoods,
    close_report,
    duplicate,
    interim_report,
    price_update_paper,
    return_paper,
    reversal_receipt,
    sale_ticket,
    void_paper,
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


PROFILE = ShopProfile(
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
    opening_over_short=0,
    sales=SalesSheet(
        tickets=87,
        means=(
            ("Efectivo", 18_455_000),
            ("Débito", 6_210_050),
            ("Transferencia", 9_930_025),
            ("Cuenta corriente", 2_745_010),
        ),
        voids=(2, 158_000),
        returns=(1, 90_000),
        total=37_092_085,
    ),
    lines=(
        ("Ventas en efectivo", 18_455_000),
        ("Anulaciones de ventas", -158_000),
        ("Devoluciones", -90_000),
        ("Cobranzas de cuenta corriente", 1_248_000),
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
    PROFILE,
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
    anchor="312-K7QF-2MZD",
)
_BUYER = Party(184, "GÓMEZ NÚÑEZ, Ramón", DocumentType.DNI, "20123456")
SOLD_AT = datetime(2026, 11, 22, 21, 2, tzinfo=UTC)
_GOODS = (
    Goods("Yerba Playadito 1 kg", 2_000, False, 345_000, 690_000, 500, 655_500),
    Goods("Coca-Cola 2,25 L retornable", 1_000, False, 312_550, 312_550, 500, 296_922),
    Goods("Alfajor Jorgito triple dulce de leche", 3_000, False, 89_990, 269_970, 500, 256_471),
    Goods("Pan francés x kg", 755, True, 240_000, 181_200, 500, 172_140),
)
SALE = sale_ticket(
    PROFILE,
    Issue(SOLD_AT, "Lucía", 12_479, "sale-12479"),
    SaleSheet(
        goods=(
            Goods("Coca-Cola 2,25 L retornable", 2_000, False, 312_550, 625_100, 0, 625_100),
            Goods("Jamón cocido", 210, True, 1_250_000, 262_500, 0, 262_500),
        ),
        total=887_600,
        handed=(("QR", 400_000), ("Efectivo", 2_000_000)),
        debt_payment=1_000_000,
        kept=0,
        change=512_400,
        on_account=0,
        register="Caja 1",
    ),
    number="TX-00001-00012479",
    party=_BUYER,
    balance=None,
)
ON_ACCOUNT = sale_ticket(
    PROFILE,
    Issue(SOLD_AT, "Lucía", 12_480, "sale-12480"),
    SaleSheet(
        goods=_GOODS,
        total=1_381_033,
        handed=(("Efectivo", 300_000),),
        debt_payment=0,
        kept=0,
        change=0,
        on_account=1_081_033,
        register="Caja 1",
    ),
    number="TX-00001-00012480",
    party=_BUYER,
    balance=4_148_923,
)
DUPLICATE = duplicate(ON_ACCOUNT)
REVERSAL = reversal_receipt(
    PROFILE,
    _BUYER,
    Issue(SOLD_AT, "Administrador", 458, "reversal-458"),
    number="AX-00001-00000002",
    reversed_number="X-00001-00000457",
    amount=1_500_000,
    balance=4_567_890,
    reason="Se cobró al cliente equivocado",
)
VOID = void_paper(
    PROFILE,
    Issue(SOLD_AT, "Administrador", 12_481, "void-12481"),
    number="AVX-00001-00000007",
    void_number="TX-00001-00012480",
    total=1_381_033,
    given_back=(("Efectivo", 300_000), ("Cuenta corriente", 1_081_033)),
    reason="Se cargó al cliente equivocado",
    standing=Standing(_BUYER, 3_067_890, -1_081_033),
)
PRICE_UPDATE = price_update_paper(
    PROFILE,
    _BUYER,
    Issue(SOLD_AT, "María José", 12_483, "update-12483"),
    number="PX-00001-00000001",
    goods=(
        UpdatedGoods(date(2026, 10, 3), "Alfajor triple", 2_000, False, 240_000, 260_000, ""),
        UpdatedGoods(date(2026, 10, 3), "Jamón", 350, True, 420_000, 504_000, "Hasta el tope"),
        UpdatedGoods(date(2026, 10, 9), "Azúcar 1 kg", 1_000, False, 150_000, 142_000, ""),
        UpdatedGoods(date(2026, 11, 9), "Yerba 1 kg", 1_000, False, 500_000, 500_000, ""),
    ),
    difference=96_000,
    balance=4_244_923,
)
RETURN = return_paper(
    PROFILE,
    Issue(SOLD_AT, "Lucía", 12_482, "return-12482"),
    ReturnSheet(
        goods=(_GOODS[2],),
        total=256_471,
        original_number="TX-00001-00012480",
        refund="",
        reason="Vencidos",
    ),
    number="DX-00001-00000003",
    party=_BUYER,
    standing=Standing(_BUYER, 3_892_452, -256_471),
)
X_REPORT = interim_report(PROFILE, Issue(_CLOSED_AT, "Lucía"), _SHEET)


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
