"""Proves the books: every figure that is stored is computed again from the postings."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import text

from kioskifly_desktop.core.chain import broken_links
from kioskifly_desktop.core.ledger import APPEND_ONLY
from kioskifly_desktop.core.private import by_number, money, private, quantity, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kioskifly_desktop.core.work import Work

_LIMIT = 20
"""Problems named of each kind; the first ones tell what happened."""

_UNBALANCED = """
    SELECT entry.id, coalesce(sum(posting.amount), 0), count(posting.id)
    FROM journal_entry AS entry LEFT JOIN posting ON posting.entry_id = entry.id
    GROUP BY entry.id
    HAVING coalesce(sum(posting.amount), 0) <> 0
        OR count(posting.id) < 2 AND NOT (count(posting.id) = 0 AND entry.kind = 'over_short')
"""
_POSTINGS = "SELECT id, account_id, amount, balance_after, entry_id FROM posting ORDER BY id"
_ACCOUNTS = "SELECT id, balance, last_entry_id FROM account"
_REVERSALS = """
    SELECT undone.id, undone.reverses FROM journal_entry AS undone
    WHERE undone.kind = 'reversal' AND EXISTS (
        SELECT 1 FROM posting AS first
        WHERE first.entry_id = undone.reverses AND NOT EXISTS (
            SELECT 1 FROM posting AS opposite
            WHERE opposite.entry_id = undone.id AND opposite.account_id = first.account_id
              AND opposite.amount = -first.amount))
"""
_GAPS = """
    SELECT kind, point, count(*), min(number), max(number) FROM voucher
    GROUP BY kind, point HAVING min(number) <> 1 OR max(number) <> count(*)
"""
_NO_VOUCHER = """
    SELECT entry.id FROM journal_entry AS entry
    LEFT JOIN journal_entry AS undone ON undone.id = entry.reverses
    LEFT JOIN voucher ON voucher.entry_id = entry.id
    LEFT JOIN sale ON sale.entry_id = coalesce(undone.id, entry.id)
    WHERE (coalesce(undone.kind, entry.kind) = 'payment' OR sale.id IS NOT NULL OR EXISTS (
            SELECT 1 FROM price_update_line AS line
            WHERE line.entry_id = coalesce(undone.id, entry.id) AND line.price > 0))
      AND voucher.id IS NULL
"""
_TICKETS_OF_NOTHING = """
    SELECT voucher.entry_id FROM voucher LEFT JOIN sale ON sale.entry_id = voucher.entry_id
    WHERE voucher.kind IN ('sale', 'return') AND sale.id IS NULL
"""
# `+` keeps SQLite to the index on the entry: a session is a stretch of entries.
_SESSIONS = """
    SELECT * FROM (
        SELECT session.id, register.name, session.opening_float, session.expected,
               session.counted, session.opening_float + coalesce((
                   SELECT sum(moved.amount) FROM posting AS moved
                   WHERE moved.entry_id > session.opening_entry_id
                     AND moved.entry_id < session.closing_entry_id
                     AND +moved.account_id = register.account_id), 0) AS moved,
               coalesce((
                   SELECT at_opening.balance_after FROM posting AS at_opening
                   WHERE at_opening.entry_id <= session.opening_entry_id
                     AND +at_opening.account_id = register.account_id
                   ORDER BY at_opening.entry_id DESC LIMIT 1), 0) AS opened_with,
               coalesce((
                   SELECT at_close.balance_after FROM posting AS at_close
                   WHERE at_close.entry_id <= session.closing_entry_id
                     AND +at_close.account_id = register.account_id
                   ORDER BY at_close.entry_id DESC LIMIT 1), 0) AS left_with,
               voucher.id AS paper
        FROM cash_session AS session
        JOIN register ON register.id = session.register_id
        LEFT JOIN voucher ON voucher.entry_id = session.closing_entry_id
    )
    WHERE opened_with <> opening_float OR expected IS NOT NULL AND (
        expected <> moved OR left_with <> counted OR paper IS NULL)
"""
_SALES = """
    SELECT * FROM (
        SELECT sale.id, sale.total,
               (SELECT coalesce(sum(line.total), 0) FROM sale_line AS line
                WHERE line.sale_id = sale.id) AS of_lines,
               sale.on_account + (SELECT coalesce(sum(paid.amount), 0) FROM sale_payment AS paid
                WHERE paid.sale_id = sale.id) AS of_means,
               (SELECT coalesce(sum(moved.amount), 0) FROM posting AS moved
                JOIN account ON account.id = moved.account_id AND account.kind = 'sales'
                WHERE moved.entry_id = sale.entry_id)
                   * CASE sale.kind WHEN 'sale' THEN -1 ELSE 1 END AS of_entry
        FROM sale
    ) WHERE total <> of_lines OR total <> of_means OR total <> of_entry
"""
# What a sale says of each account against what its entry moved there; of a return, the opposite.
_SALE_MONEY = """
    SELECT sale_id, sum(said), sum(moved) FROM (
        SELECT sale.id AS sale_id, register.account_id, paid.amount AS said, 0 AS moved
        FROM sale_payment AS paid
        JOIN sale ON sale.id = paid.sale_id JOIN register ON register.id = paid.register_id
        UNION ALL
        SELECT sale.id, client.account_id, sale.on_account, 0
        FROM sale JOIN client ON client.id = sale.client_id
        UNION ALL
        SELECT sale.id, posting.account_id, 0,
               posting.amount * CASE sale.kind WHEN 'sale' THEN 1 ELSE -1 END
        FROM sale JOIN posting ON posting.entry_id = sale.entry_id
        JOIN account ON account.id = posting.account_id AND account.kind <> 'sales'
    ) GROUP BY sale_id, account_id HAVING sum(said) <> sum(moved)
"""
# Of a product whose stock was not tracked nothing moved.
_SALE_STOCK = """
    SELECT sale_id, name, said, moved FROM (
        SELECT sale.id AS sale_id, product.name, moved.quantity AS moved,
               CASE WHEN sale.kind = 'sale' AND entry.reverses IS NULL THEN -1 ELSE 1 END * (
                   SELECT sum(line.quantity) FROM sale_line AS line
                   WHERE line.sale_id = sale.id AND line.product_id = moved.product_id) AS said
        FROM (
            SELECT entry_id, product_id, sum(quantity) AS quantity FROM stock_move
            WHERE entry_id IS NOT NULL GROUP BY entry_id, product_id
        ) AS moved
        JOIN journal_entry AS entry ON entry.id = moved.entry_id
        JOIN sale ON sale.entry_id = coalesce(entry.reverses, entry.id)
        JOIN product ON product.id = moved.product_id
    ) WHERE moved IS NOT said
"""
# What a line would cost by its figures, less its rebates; a label's amount rounds its own way.
# A part of a line that came back is a part of its total.
_LINES = """
    SELECT line.sale_id, line.description, line.total, line.price * line.quantity / 1000.0
        - line.price * line.quantity / 1000.0 * line.discount / 10000.0
        - coalesce(rebates.amount, 0) AS said
    FROM sale_line AS line LEFT JOIN (
        SELECT line_id, sum(amount) AS amount, min(sale_id) AS first, max(sale_id) AS last
        FROM sale_rebate GROUP BY line_id
    ) AS rebates ON rebates.line_id = line.id
    WHERE line.original_line_id IS NULL AND (
        abs(line.total - said) > 1 + max(line.price / 1000.0, 1)
        OR rebates.first <> line.sale_id OR rebates.last <> line.sale_id
    )
"""
_POINTS = """
    SELECT id, name, balance, running FROM (
        SELECT move.id, client.name, move.balance,
               sum(move.points) OVER (PARTITION BY move.client_id ORDER BY move.id) AS running
        FROM points_move AS move JOIN client ON client.id = move.client_id
    ) WHERE balance <> running
"""
# What is given and taken back of a sale's points is no more than it moved.
_POINTS_BACK = """
    SELECT sale_id, sum(points) AS left FROM (
        SELECT coalesce(own.original_id, own.id) AS sale_id, moved.points,
               moved.kind IN ('earned', 'taken_back') AS gives
        FROM points_move AS moved
        JOIN journal_entry AS entry ON entry.id = moved.entry_id
        JOIN sale AS own ON own.entry_id = coalesce(entry.reverses, entry.id)
    ) GROUP BY sale_id, gives HAVING gives AND left < 0 OR NOT gives AND left > 0
"""
_RETURNED = """
    SELECT line.sale_id, line.description, line.quantity, sum(back.quantity) AS returned
    FROM sale_line AS line JOIN sale_line AS back ON back.original_line_id = line.id
    GROUP BY line.id HAVING returned > line.quantity OR sum(back.total) > line.total
"""
_SALE_SESSIONS = """
    SELECT sale.id, sale.session_id FROM sale
    JOIN cash_session AS session ON session.id = sale.session_id
    WHERE sale.entry_id < session.opening_entry_id OR sale.entry_id > session.closing_entry_id
"""
_SEARCH = """
    SELECT (SELECT count(*) FROM client), (SELECT count(*) FROM client_search)
"""
_STOCK_MOVES = "SELECT id, product_id, quantity, level, entry_id FROM stock_move ORDER BY id"
_STOCK = "SELECT id, name, stock FROM product"
_PRICES = """
    SELECT product.id, product.name, product.price,
           coalesce(sum(change.new - change.old), 0) AS reached
    FROM product LEFT JOIN price_change AS change ON change.product_id = product.id
    GROUP BY product.id HAVING product.price <> reached
"""
_CONSENTS = """
    SELECT client.id, client.name, client.accepts_messages FROM client
    LEFT JOIN client_consent AS said ON said.id = (
        SELECT max(id) FROM client_consent WHERE client_id = client.id)
    WHERE client.accepts_messages <> coalesce(said.accepts, 1)
"""
_MERGED = """
    SELECT client.id, client.name, account.balance FROM client_merge
    JOIN client ON client.id = client_merge.merged_id
    JOIN account ON account.id = client.account_id
    WHERE account.balance <> 0 OR client.archived = 0
"""
# An update of prices moves what its lines do, and changes their debits by as much.
_UPDATES = """
    SELECT entry.id, coalesce((
               SELECT sum(posting.amount) FROM posting
               JOIN account ON account.id = posting.account_id AND account.kind = 'client'
               WHERE posting.entry_id = entry.id), 0) AS moved,
           coalesce((
               SELECT sum(line.value - line.written) FROM price_update_line AS line
               WHERE line.entry_id = entry.id), 0) AS of_lines,
           coalesce((
               SELECT sum(line.value - line.written) FROM price_update_line AS line
               WHERE line.entry_id = entry.id AND line.debit_entry_id IS NOT NULL), 0) AS of_debits,
           coalesce((
               SELECT sum(change.amount) FROM debit_change AS change
               WHERE change.entry_id = entry.id), 0) AS changed
    FROM journal_entry AS entry
    WHERE entry.kind = 'price_update' AND (moved <> of_lines OR changed <> of_debits)
"""
_DISPUTES = """
    SELECT dispute.entry_id FROM dispute
    LEFT JOIN posting ON posting.entry_id = dispute.entry_id
        AND posting.account_id = dispute.account_id AND posting.amount > 0
    LEFT JOIN dispute_end ON dispute_end.dispute_id = dispute.id
    LEFT JOIN debit_change ON debit_change.entry_id = dispute_end.entry_id
        AND debit_change.debit_entry_id = dispute.entry_id
    WHERE posting.id IS NULL OR dispute_end.entry_id IS NOT NULL AND debit_change.id IS NULL
"""
_PRODUCT_SEARCH = """
    SELECT (SELECT count(*) FROM product), (SELECT count(*) FROM product_search)
"""


def check(work: Work) -> list[str]:
    """Return what is wrong with the books, a Spanish sentence each; empty when they agree."""
    return [whole(each) for each in _problems(work, lambda *_: None)]


def check_by_number(work: Work, progress: Callable[[int, int], object]) -> list[str]:
    """Return the same with numbers of rows alone: no name, no figure.

    `progress` is told how many proofs are done, and of how many.
    """
    return [by_number(each) for each in _problems(work, progress)]


def _problems(work: Work, progress: Callable[[int, int], object]) -> Iterator[str]:
    proofs = (
        *(_file, _entries, _chain, _balances, _sessions, _sales),
        *(_loyalty, _papers, _debts, _catalogue, _consents, _guards),
    )
    for done, proof in enumerate(proofs):
        progress(done, len(proofs))
        yield from proof(work)
    progress(len(proofs), len(proofs))


def _file(work: Work) -> Iterator[str]:
    for (found,) in work.db.execute(text(f"PRAGMA integrity_check({_LIMIT})")):
        if found != "ok":
            yield f"El archivo está dañado: {found}."
    for row in work.db.execute(text("PRAGMA foreign_key_check")).fetchmany(_LIMIT):
        yield f"Una fila de «{row[0]}» (n.º {row[1]}) apunta a algo que no existe."


def _entries(work: Work) -> Iterator[str]:
    for entry, total, count in work.db.execute(text(_UNBALANCED)).fetchmany(_LIMIT):
        yield f"El asiento {entry} no cierra: suma {money(total)} en {count} renglones."
    for entry, undone in work.db.execute(text(_REVERSALS)).fetchmany(_LIMIT):
        yield f"El asiento {entry} no es el opuesto exacto del {undone} que anula."


def _chain(work: Work) -> Iterator[str]:
    for entry in islice(broken_links(work.db), _LIMIT):
        yield f"El asiento {entry} no sigue al anterior: se lo cambió, o falta o sobra uno antes."


def _balances(work: Work) -> Iterator[str]:
    totals, last, wrong = _added_up(work, _POSTINGS)
    for posting, account, stored, running in wrong:
        yield (
            f"El renglón {posting} de la cuenta {account} dice saldo {money(stored)} "
            f"y suma {money(running)}."
        )
    disagreeing = (
        (account, stored, totals.get(account, 0))
        for account, stored, entry in work.db.execute(text(_ACCOUNTS))
        if (stored, entry) != (totals.get(account, 0), last.get(account))
    )
    for account, stored, total in islice(disagreeing, _LIMIT):
        yield (
            f"La cuenta {account} dice saldo {money(stored)} "
            f"y sus movimientos suman {money(total)}."
        )


def _added_up(
    work: Work, statement: str
) -> tuple[dict[int, int], dict[int, int], list[tuple[int, int, int, int]]]:
    """Add up rows of (id, key, change, running total, entry) in their order.

    Return each key's total and last entry, and the first rows (id, key, stored, added up) that
    disagree. A window function of SQLite's takes three times as long.
    """
    totals: dict[int, int] = {}
    last: dict[int, int] = {}
    wrong: list[tuple[int, int, int, int]] = []
    for row_id, key, change, stored, entry in work.db.exec_driver_sql(statement):
        total = totals[key] = totals.get(key, 0) + change
        last[key] = entry
        if stored != total and len(wrong) < _LIMIT:
            wrong.append((row_id, key, stored, total))
    return totals, last, wrong


def _sessions(work: Work) -> Iterator[str]:
    for row in work.db.execute(text(_SESSIONS)).fetchmany(_LIMIT):
        who = f"El turno {row.id} de «{private(row.name)}»"
        if row.opened_with != row.opening_float:
            yield (
                f"{who} abrió con {money(row.opening_float)} "
                f"y la caja decía {money(row.opened_with)}."
            )
        if row.expected is None:
            continue
        if row.expected != row.moved:
            yield (
                f"{who} esperaba {money(row.expected)} y sus movimientos suman {money(row.moved)}."
            )
        if row.left_with != row.counted:
            yield (
                f"{who} cerró con {money(row.counted)} contados "
                f"y la caja quedó en {money(row.left_with)}."
            )
        if row.paper is None:
            yield f"{who} no tiene su comprobante de cierre."


def _sales(work: Work) -> Iterator[str]:
    for row in work.db.execute(text(_SALES)).fetchmany(_LIMIT):
        yield (
            f"La venta {row.id} dice {money(row.total)}: sus renglones suman "
            f"{money(row.of_lines)}, lo cobrado {money(row.of_means)} "
            f"y su asiento {money(row.of_entry)}."
        )
    for sale, said, moved in work.db.execute(text(_SALE_MONEY)).fetchmany(_LIMIT):
        yield (
            f"La venta {sale} dice {money(said)} por un medio de pago "
            f"y su asiento mueve {money(moved)}."
        )
    for sale, name, said, moved in work.db.execute(text(_SALE_STOCK)).fetchmany(_LIMIT):
        yield (
            f"La venta {sale} lleva {quantity(said or 0)} de {private(name)} "
            f"y el stock se movió {quantity(moved)}."
        )
    for sale, name, sold, returned in work.db.execute(text(_RETURNED)).fetchmany(_LIMIT):
        yield (
            f"De {private(name)}, en la venta {sale}, se vendieron {quantity(sold)} "
            f"y se devolvió de más ({quantity(returned)})."
        )
    for sale, session in work.db.execute(text(_SALE_SESSIONS)).fetchmany(_LIMIT):
        yield f"La venta {sale} no es del turno {session} que dice."


def _loyalty(work: Work) -> Iterator[str]:
    for sale, name, total, said in work.db.execute(text(_LINES)).fetchmany(_LIMIT):
        yield (
            f"{private(name)}, en la venta {sale}, dice {money(total)} "
            f"y su cuenta da {money(round(said))}."
        )
    for move, name, balance, running in work.db.execute(text(_POINTS)).fetchmany(_LIMIT):
        yield (
            f"El movimiento {move} de puntos de {private(name)} dice {private(balance)} "
            f"y suma {private(running)}."
        )
    for sale, points in work.db.execute(text(_POINTS_BACK)).fetchmany(_LIMIT):
        yield f"De la venta {sale} volvieron {private(abs(points))} puntos más de los que movió."


def _papers(work: Work) -> Iterator[str]:
    for kind, point, count, first, last in work.db.execute(text(_GAPS)):
        yield (
            f"La numeración de «{kind}» (punto {point}) tiene huecos: "
            f"{count} comprobantes del {first} al {last}."
        )
    for (entry,) in work.db.execute(text(_NO_VOUCHER)).fetchmany(_LIMIT):
        yield f"El asiento {entry} no tiene su comprobante."
    for (entry,) in work.db.execute(text(_TICKETS_OF_NOTHING)).fetchmany(_LIMIT):
        yield f"El ticket del asiento {entry} no tiene su venta."


def _debts(work: Work) -> Iterator[str]:
    for row in work.db.execute(text(_UPDATES)).fetchmany(_LIMIT):
        yield (
            f"La actualización {row.id} mueve {money(row.moved)}, sus renglones suman "
            f"{money(row.of_lines)} y cambia deudas por {money(row.changed)}."
        )
    for (entry,) in work.db.execute(text(_DISPUTES)).fetchmany(_LIMIT):
        yield f"La disputa del asiento {entry} no es de una deuda, o se resolvió sin asiento."


def _catalogue(work: Work) -> Iterator[str]:
    totals, _, wrong = _added_up(work, _STOCK_MOVES)
    products = work.db.execute(text(_STOCK)).all()
    names = {row.id: row.name for row in products}
    for move, product, level, running in wrong:
        name = names.get(product, product)
        yield (
            f"El movimiento de stock {move} de {private(name)} dice {quantity(level)} "
            f"y suma {quantity(running)}."
        )
    disagreeing = [row for row in products if row.stock != totals.get(row.id, 0)]
    for row in disagreeing[:_LIMIT]:
        yield (
            f"El stock de {private(row.name)} (n.º {row.id}) dice {quantity(row.stock)} "
            f"y sus movimientos suman {quantity(totals.get(row.id, 0))}."
        )
    for number, name, price, reached in work.db.execute(text(_PRICES)).fetchmany(_LIMIT):
        yield (
            f"El precio de {private(name)} (n.º {number}) dice {money(price)} "
            f"y sus cambios llegan a {money(reached)}."
        )


def _consents(work: Work) -> Iterator[str]:
    for number, name, accepts in work.db.execute(text(_CONSENTS)).fetchmany(_LIMIT):
        stands = "acepta" if accepts else "no acepta"
        who = f"{private(name)} (n.º {number})"
        yield f"{who} figura como que {stands} mensajes y dijo lo contrario."
    for number, name, balance in work.db.execute(text(_MERGED)).fetchmany(_LIMIT):
        yield (
            f"{private(name)} (n.º {number}) se unió con otro cliente y sigue en uso, "
            f"con saldo {money(balance)}."
        )


def _guards(work: Work) -> Iterator[str]:
    present = set(
        work.db.execute(text("SELECT name FROM sqlite_master WHERE type='trigger'")).scalars()
    )
    for table in APPEND_ONLY:
        for act in ("update", "delete"):
            if f"{table}_no_{act}" not in present:
                yield f"Falta la protección contra cambios de «{table}» ({act})."
    clients, indexed = work.db.execute(text(_SEARCH)).one()
    if clients != indexed:
        yield f"El buscador conoce {indexed} clientes de {clients}."
    products, indexed = work.db.execute(text(_PRODUCT_SEARCH)).one()
    if products != indexed:
        yield f"El buscador conoce {indexed} productos de {products}."
