"""Proves the books: every figure that is stored is computed again from the postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import APPEND_ONLY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kioskifly_desktop.core.work import Work

_LIMIT = 20
"""Problems named of each kind; the first ones tell what happened."""

_UNBALANCED = """
    SELECT entry.id, coalesce(sum(posting.amount), 0), count(posting.id)
    FROM journal_entry AS entry LEFT JOIN posting ON posting.entry_id = entry.id
    GROUP BY entry.id
    HAVING coalesce(sum(posting.amount), 0) <> 0 OR count(posting.id) < 2
"""
_RUNNING = """
    SELECT id, account_id, balance_after, running FROM (
        SELECT id, account_id, balance_after,
               sum(amount) OVER (PARTITION BY account_id ORDER BY id) AS running
        FROM posting
    ) WHERE balance_after <> running
"""
_ACCOUNTS = """
    SELECT account.id, account.balance, coalesce(moved.total, 0)
    FROM account LEFT JOIN (
        SELECT account_id, sum(amount) AS total, max(entry_id) AS last
        FROM posting GROUP BY account_id
    ) AS moved ON moved.account_id = account.id
    WHERE account.balance <> coalesce(moved.total, 0)
       OR account.last_entry_id IS NOT moved.last
"""
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
    WHERE coalesce(undone.kind, entry.kind) = 'payment' AND voucher.id IS NULL
"""
_SEARCH = """
    SELECT (SELECT count(*) FROM client), (SELECT count(*) FROM client_search)
"""


def check(work: Work) -> list[str]:
    """Return what is wrong with the books, a Spanish sentence each; empty when they agree."""
    return [*_file(work), *_entries(work), *_balances(work), *_papers(work), *_guards(work)]


def _file(work: Work) -> Iterator[str]:
    for (found,) in work.db.execute(text(f"PRAGMA integrity_check({_LIMIT})")):
        if found != "ok":
            yield f"El archivo está dañado: {found}."
    for row in work.db.execute(text("PRAGMA foreign_key_check")).fetchmany(_LIMIT):
        yield f"Una fila de «{row[0]}» (n.º {row[1]}) apunta a algo que no existe."


def _entries(work: Work) -> Iterator[str]:
    for entry, total, count in work.db.execute(text(_UNBALANCED)).fetchmany(_LIMIT):
        yield f"El asiento {entry} no cierra: suma {format_money(total)} en {count} renglones."
    for entry, undone in work.db.execute(text(_REVERSALS)).fetchmany(_LIMIT):
        yield f"El asiento {entry} no es el opuesto exacto del {undone} que anula."


def _balances(work: Work) -> Iterator[str]:
    for posting, account, stored, running in work.db.execute(text(_RUNNING)).fetchmany(_LIMIT):
        yield (
            f"El renglón {posting} de la cuenta {account} dice saldo {format_money(stored)} "
            f"y suma {format_money(running)}."
        )
    for account, stored, total in work.db.execute(text(_ACCOUNTS)).fetchmany(_LIMIT):
        yield (
            f"La cuenta {account} dice saldo {format_money(stored)} "
            f"y sus movimientos suman {format_money(total)}."
        )


def _papers(work: Work) -> Iterator[str]:
    for kind, point, count, first, last in work.db.execute(text(_GAPS)):
        yield (
            f"La numeración de «{kind}» (punto {point}) tiene huecos: "
            f"{count} comprobantes del {first} al {last}."
        )
    for (entry,) in work.db.execute(text(_NO_VOUCHER)).fetchmany(_LIMIT):
        yield f"El asiento {entry} no tiene su comprobante."


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
