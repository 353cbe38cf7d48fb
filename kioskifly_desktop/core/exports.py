"""What is taken out to a spreadsheet: clients, products, movements, sales; a row at a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import func, select

from kioskifly_desktop.core.audit import AUDIT_NAMES, AuditKind, AuditQuery, events, record
from kioskifly_desktop.core.catalog import UNIT_NAMES, product, product_barcode
from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.es_ar import format_time, local
from kioskifly_desktop.core.fiscal import DOCUMENT_NAMES, RULES, DocumentType, FiscalCondition
from kioskifly_desktop.core.imports.fields import CLIENT_FIELDS, PRODUCT_FIELDS
from kioskifly_desktop.core.ledger import account, journal_entry, posting
from kioskifly_desktop.core.methods import METHOD_NAMES
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.sales.tables import SaleKind, sale, sale_line, sale_rebate
from kioskifly_desktop.core.users import user
from kioskifly_desktop.core.vouchers import number_text, voucher
from kioskifly_desktop.core.wallet.reads import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Row, Select

    from kioskifly_desktop.core.work import Work

Cell: TypeAlias = str | int | Decimal | date | None
"""A cell; amounts and quantities are Decimal, so that a spreadsheet adds them up."""

_PAGE = 1000
_THOUSANDTHS = 1000


class ExportKind(StrEnum):
    """What is taken out."""

    CLIENTS = "clients"
    PRODUCTS = "products"
    MOVEMENTS = "movements"
    SALES = "sales"


EXPORT_NAMES = {
    ExportKind.CLIENTS: Phrase("Clientes"),
    ExportKind.PRODUCTS: Phrase("Productos"),
    ExportKind.MOVEMENTS: Phrase("Movimientos"),
    ExportKind.SALES: Phrase("Ventas"),
}

_CLIENT_TITLES = {each.key: each.title for each in CLIENT_FIELDS}
_PRODUCT_TITLES = {each.key: each.title for each in PRODUCT_FIELDS}
_CLIENT_KEYS = (
    *("name", "condition", "document_type", "document", "phone", "email", "address", "birthday"),
    *("notes", "method", "debt_limit", "credit_days", "discount", "account_enabled"),
    *("accepts_messages", "archived", "balance"),
)
_PRODUCT_KEYS = (
    *("name", "barcodes", "category", "supplier", "price", "cost", "unit", "stock", "minimum"),
    *("tracks_stock", "active"),
)
_TITLES = {
    ExportKind.CLIENTS: ("Número", *(_CLIENT_TITLES[key] for key in _CLIENT_KEYS)),
    ExportKind.PRODUCTS: ("Número", *(_PRODUCT_TITLES[key] for key in _PRODUCT_KEYS)),
    ExportKind.MOVEMENTS: (
        *("Fecha", "Hora", "Registrado", "Número de cliente", "Cliente", "Movimiento"),
        *("Comprobante", "Detalle", "Debe", "Haber", "Saldo", "Usuario"),
    ),
    ExportKind.SALES: (
        *("Fecha", "Hora", "Comprobante", "Tipo", "Anulada", "Cliente", "Producto", "Código"),
        *("Cantidad", "Unidad", "Precio", "Descuento", "Promociones", "Total", "Costo", "Usuario"),
    ),
}


def export_titles(kind: ExportKind) -> tuple[str, ...]:
    """Return the titles of the columns taken out."""
    return _TITLES[kind]


def export_rows(work: Work, kind: ExportKind) -> Iterator[tuple[Cell, ...]]:
    """Give each row, as read; never all of them at once.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.EXPORT)
    query, row_of = _QUERIES[kind]
    rows = work.db.execute(query.execution_options(yield_per=_PAGE))
    return (row_of(row) for row in rows)


def note_export(work: Work, what: str, name: str, count: int) -> None:
    """Write down that a list was taken out to a file.

    Writes: audit_event.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.EXPORT)
    record(work, AuditKind.EXPORT, what, f"{name} · {count} filas")


AUDIT_TITLES = ("Fecha", "Hora", "Quién", "Qué hizo", "Sobre qué", "Detalle", "Autorizó")


def audit_rows(work: Work, query: AuditQuery) -> Iterator[tuple[Cell, ...]]:
    """Give each event that a query lets through, newest first, a page at a time.

    Raises:
        NotAllowedError: the person may not see them.
    """
    before: int | None = None
    while page := events(work, query, before=before, limit=_PAGE):
        for row in page:
            act = AUDIT_NAMES[row.kind]
            day = local(row.at).date()
            words = (row.user, act, row.subject, row.detail, row.authorized_by)
            yield (day, format_time(row.at), *words)
        before = page[-1].id


def count_rows(work: Work, kind: ExportKind) -> int:
    """Return how many rows are taken out."""
    query, _ = _QUERIES[kind]
    counted = select(func.count()).select_from(query.order_by(None).subquery())
    return int(work.db.execute(counted).scalar_one())


_UNDOING = journal_entry.alias("undoing")
_CODES = (
    select(func.group_concat(product_barcode.c.code, " "))
    .where(product_barcode.c.product_id == product.c.id)
    .scalar_subquery()
)
_CLIENTS = (
    select(client, account.c.balance)
    .join(account, account.c.id == client.c.account_id)
    .order_by(client.c.name_folded, client.c.id)
)
_PRODUCTS = select(product, func.coalesce(_CODES, "").label("codes")).order_by(
    product.c.name_folded, product.c.id
)
_MOVEMENTS = (
    select(
        journal_entry.c.business_date,
        journal_entry.c.at,
        journal_entry.c.kind,
        journal_entry.c.memo,
        client.c.id.label("client_id"),
        client.c.name.label("client"),
        voucher.c.kind.label("paper"),
        voucher.c.point,
        voucher.c.number,
        posting.c.amount,
        posting.c.balance_after,
        user.c.name.label("user"),
    )
    .select_from(posting)
    .join(client, client.c.account_id == posting.c.account_id)
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .join(user, user.c.id == journal_entry.c.user_id)
    .outerjoin(voucher, voucher.c.entry_id == journal_entry.c.id)
    .order_by(posting.c.id)
)
_REBATE = (
    select(func.sum(sale_rebate.c.amount))
    .where(sale_rebate.c.sale_id == sale_line.c.sale_id, sale_rebate.c.line_id == sale_line.c.id)
    .correlate(sale_line)
    .scalar_subquery()
)
_SALES = (
    select(
        journal_entry.c.business_date,
        journal_entry.c.at,
        sale.c.kind,
        _UNDOING.c.id.label("undone_by"),
        client.c.name.label("client"),
        voucher.c.kind.label("paper"),
        voucher.c.point,
        voucher.c.number,
        sale_line.c.description,
        sale_line.c.unit,
        sale_line.c.quantity,
        sale_line.c.price,
        sale_line.c.discount,
        _REBATE.label("rebate"),
        sale_line.c.total,
        sale_line.c.cost,
        _CODES.label("codes"),
        user.c.name.label("user"),
    )
    .select_from(sale_line)
    .join(sale, sale.c.id == sale_line.c.sale_id)
    .join(product, product.c.id == sale_line.c.product_id)
    .join(journal_entry, journal_entry.c.id == sale.c.entry_id)
    .join(user, user.c.id == journal_entry.c.user_id)
    .outerjoin(_UNDOING, _UNDOING.c.reverses == sale.c.entry_id)
    .outerjoin(client, client.c.id == sale.c.client_id)
    .outerjoin(voucher, voucher.c.entry_id == sale.c.entry_id)
    .order_by(sale_line.c.id)
)


def _client(row: Row[*tuple[Any, ...]]) -> tuple[Cell, ...]:
    kind = DocumentType(row.document_type)
    return (
        row.id,
        row.name,
        RULES[FiscalCondition(row.condition)].name,
        DOCUMENT_NAMES[kind] if row.document_number else None,
        row.document_number or None,
        row.phone,
        row.email,
        row.address,
        row.birthday,
        row.notes,
        METHOD_NAMES[row.preferred_method] if row.preferred_method else None,
        None if row.debt_limit is None else _money(row.debt_limit),
        row.credit_days,
        _money(row.discount) if row.discount else None,
        _yes(row.account_enabled),
        _yes(row.accepts_messages),
        _yes(row.archived),
        _money(row.balance),
    )


def _product(row: Row[*tuple[Any, ...]]) -> tuple[Cell, ...]:
    return (
        row.id,
        row.name,
        row.codes,
        row.category,
        row.supplier,
        _money(row.price),
        _money(row.cost),
        UNIT_NAMES[row.unit],
        _quantity(row.stock) if row.tracks_stock else None,
        _quantity(row.minimum_stock) if row.minimum_stock else None,
        _yes(row.tracks_stock),
        _yes(row.active),
    )


def _movement(row: Row[*tuple[Any, ...]]) -> tuple[Cell, ...]:
    return (
        row.business_date,
        format_time(row.at),
        local(row.at).date(),
        row.client_id,
        row.client,
        TITLES[row.kind],
        _paper(row),
        row.memo,
        _money(row.amount) if row.amount > 0 else None,
        _money(-row.amount) if row.amount < 0 else None,
        _money(row.balance_after),
        row.user,
    )


def _sale(row: Row[*tuple[Any, ...]]) -> tuple[Cell, ...]:
    back = -1 if row.kind is SaleKind.RETURN else 1
    return (
        row.business_date,
        format_time(row.at),
        _paper(row),
        "Devolución" if row.kind is SaleKind.RETURN else "Venta",
        _yes(row.undone_by is not None),
        row.client,
        row.description,
        row.codes,
        _quantity(back * row.quantity),
        UNIT_NAMES[row.unit],
        _money(row.price),
        _money(row.discount) if row.discount else None,
        _money(-row.rebate) if row.rebate else None,
        _money(back * row.total),
        _money(row.cost),
        row.user,
    )


_QUERIES: dict[ExportKind, tuple[Select[Any], Any]] = {
    ExportKind.CLIENTS: (_CLIENTS, _client),
    ExportKind.PRODUCTS: (_PRODUCTS, _product),
    ExportKind.MOVEMENTS: (_MOVEMENTS, _movement),
    ExportKind.SALES: (_SALES, _sale),
}


def _paper(row: Row[*tuple[Any, ...]]) -> str | None:
    return number_text(row.paper, row.point, row.number) if row.number else None


def _money(hundredths: int) -> Decimal:
    return Decimal(hundredths) / 100


def _quantity(milli: int) -> Decimal:
    return Decimal(milli) / _THOUSANDTHS


def _yes(flag: object) -> str:
    return "Sí" if flag else "No"
