"""Makes nobody of a client: their data and what was written of them go, the figures stay."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, literal, or_, select, text, update

from kioskifly_desktop.core.audit import AuditKind, audit_event, record, tells_of
from kioskifly_desktop.core.clients import client, get_client
from kioskifly_desktop.core.clients.consent import log_consent
from kioskifly_desktop.core.clients.record import (
    INDEX_ADD,
    INDEX_DROP,
    NO_TERMS,
    refuse_anonymous,
    refuse_merged,
    search_words,
)
from kioskifly_desktop.core.contact import MessageKind
from kioskifly_desktop.core.contact.tables import message, promise
from kioskifly_desktop.core.documents import Document
from kioskifly_desktop.core.errors import AnonymiseError, ReasonMissingError
from kioskifly_desktop.core.es_ar import fold, format_date, format_money
from kioskifly_desktop.core.ledger import EntryKind, journal_entry, posting
from kioskifly_desktop.core.loyalty import forget_terms
from kioskifly_desktop.core.outbox.jobs import WAITING, print_job
from kioskifly_desktop.core.papers import account_mark, without_party
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.sales.tables import parked_sale, sale
from kioskifly_desktop.core.stock import StockMoveKind, stock_move
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.vouchers import voucher
from kioskifly_desktop.core.wallet import merged_clients
from kioskifly_desktop.core.wallet.allocation import in_dispute
from kioskifly_desktop.core.wallet.tables import dispute, dispute_end

if TYPE_CHECKING:
    from sqlalchemy import BindParameter

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.work import Work

_REASON_LIMIT = 120
_MARK = " · "
"""What parts, in an entry's words, the program's from those that somebody typed."""

_CLIENT: BindParameter[int] = bindparam("who")
_PAPERS = select(voucher.c.id).where(voucher.c.client_id == _CLIENT)
_ISSUED = select(voucher.c.id, voucher.c.document).where(voucher.c.client_id == _CLIENT)
_ENTRIES = (
    select(posting.c.entry_id)
    .join(client, client.c.account_id == posting.c.account_id)
    .where(client.c.id == _CLIENT)
    .union(select(voucher.c.entry_id).where(voucher.c.client_id == _CLIENT))
)
_OFFERED = select(func.max(message.c.valid_until)).where(
    message.c.client_id == _CLIENT, message.c.kind == MessageKind.OFFER
)
_PARKED = select(parked_sale.c.id).where(parked_sale.c.client_id == _CLIENT).limit(1)
_OF_PAPER = or_(
    print_job.c.voucher_id.in_(_PAPERS),
    # A statement is no voucher.
    print_job.c.document.contains(bindparam("account")),
)
_TO_PRINT = select(print_job.c.id).where(print_job.c.state.in_(WAITING), _OF_PAPER).limit(1)
_PRINTED = select(print_job.c.id, print_job.c.document, print_job.c.voucher_id).where(
    print_job.c.state.not_in(WAITING), _OF_PAPER
)
_CARD = update(client).where(client.c.id == _CLIENT)
_MESSAGES = update(message).where(message.c.client_id == _CLIENT).values(text="")
_PROMISES = update(promise).where(promise.c.client_id == _CLIENT).values(note="")
_SALES = (
    update(sale)
    .where(sale.c.client_id == _CLIENT, sale.c.authorization != "")
    .values(authorization="")
)
_RETURNED = (
    update(stock_move)
    .where(
        stock_move.c.kind == StockMoveKind.RETURN,
        stock_move.c.entry_id.in_(_ENTRIES),
        stock_move.c.reason != "",
    )
    .values(reason="")
)
_ACCOUNT = select(client.c.account_id).where(client.c.id == _CLIENT).scalar_subquery()
_DISPUTES = update(dispute).where(dispute.c.account_id == _ACCOUNT).values(reason="")
_ENDS = (
    update(dispute_end)
    .where(
        dispute_end.c.dispute_id.in_(select(dispute.c.id).where(dispute.c.account_id == _ACCOUNT))
    )
    .values(note="")
)
# Of a sale they are its goods; of these two, what stands before the mark is the program's.
_HALF = (EntryKind.PAYMENT, EntryKind.RETURN)
_MEMOS = (
    update(journal_entry)
    .where(
        journal_entry.c.id.in_(_ENTRIES),
        journal_entry.c.kind.not_in((EntryKind.SALE, *_HALF)),
        journal_entry.c.memo != "",
    )
    .values(memo="")
)
_HALF_MEMOS = (
    update(journal_entry)
    .where(
        journal_entry.c.id.in_(_ENTRIES),
        journal_entry.c.kind.in_(_HALF),
        journal_entry.c.memo.contains(_MARK),
    )
    .values(
        memo=func.substr(
            journal_entry.c.memo, 1, func.instr(journal_entry.c.memo, literal(_MARK)) - 1
        )
    )
)
_TOLD = select(audit_event.c.id, audit_event.c.kind, audit_event.c.subject).where(tells_of(_CLIENT))
_OF_A_PAPER = (AuditKind.VOID, AuditKind.JOB_DISCARDED)
"""Of these the subject is a paper; of the others, the client."""
_BLANK = ("document_number", "address", "phone", "email", "notes")
_TERMS = (
    *("condition", "document_type", "birthday", "preferred_method"),
    *("debt_limit", "credit_days", "account_enabled", "discount"),
)
_MERGE_SEARCH = text("INSERT INTO client_search (client_search) VALUES ('optimize')")


def anonymise_client(work: Work, client_id: int, reason: str) -> str:
    """Delete what tells who a client is, and who was merged into them; return the name left.

    Movements, sales and papers stay with their figures. The file holds traces of what was deleted
    until `Database.compact`; the copies made before hold all of it.

    Writes: client, client_search, client_consent, client_discount, client_group_member, message,
    promise, journal_entry, sale, stock_move, dispute, dispute_end, voucher, print_job,
    audit_event: words alone.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError, TextTooLongError: of the reason.
        ClientNotFoundError, ClientMergedError, ClientAnonymousError: of the client.
        AnonymiseError: something is pending; says what.
    """
    work.require(Permission.PRIVACY)
    why = clean(reason, field="reason", limit=_REASON_LIMIT, label=Phrase("el motivo"))
    if not why:
        raise ReasonMissingError(field="reason")
    found = get_client(work, client_id)
    refuse_merged(work, found)
    refuse_anonymous(found)
    everyone = _with_merged(work, found)
    for each in everyone:
        if pending := _pending(work, each):
            raise AnonymiseError(name=each.name, why=pending)
        why = why.replace(each.name, _alias(each))
    for each in everyone:
        _forget(work, each)
        record(work, AuditKind.CLIENT_ANONYMISED, _alias(each), why, client_id=each.id)
    # Its words stay in the search's own tables until those are made anew.
    work.db.execute(_MERGE_SEARCH)
    return _alias(found)


def _alias(who: Client) -> str:
    return f"Cliente anónimo n.º {who.id}"


def _with_merged(work: Work, found: Client) -> list[Client]:
    merged = [get_client(work, each) for each, _ in merged_clients(work, found.id)]
    return [found, *(each for one in merged for each in _with_merged(work, one))]


def _pending(work: Work, who: Client) -> str:
    """Return what keeps a client from being forgotten, empty if nothing does."""
    if who.balance:
        word = Phrase("debe") if who.balance > 0 else Phrase("tiene a favor")
        return Phrase(
            "{word} {balance}, dejá su cuenta en cero",
            word=word,
            balance=format_money(abs(who.balance)),
        )
    if in_dispute(work, who.account_id):
        return Phrase("tiene un movimiento en disputa, resolvelo")
    key: dict[str, object] = {"who": who.id}
    until = work.db.execute(_OFFERED, key).scalar()
    if until is not None and until >= work.today:
        return Phrase("tiene una oferta vigente hasta el {until}", until=format_date(until))
    if work.db.execute(_PARKED, key).first():
        return Phrase("tiene una venta en espera, cobrala o descartala")
    if work.db.execute(_TO_PRINT, key | {"account": account_mark(who.id)}).first():
        return Phrase("tiene una impresión pendiente, imprimila o descartala")
    return ""


def _forget(work: Work, who: Client) -> None:
    key = {"who": who.id}
    alias = _alias(who)
    # First: the guards of the other tables ask whether the client is nobody.
    card = {
        **dict.fromkeys(_BLANK, ""),
        **{field: getattr(NO_TERMS, field) for field in _TERMS},
        "name": alias,
        "name_folded": fold(alias),
        "document_key": None,
        "price_list_id": None,
        "lock_reason": "",
        "accepts_messages": False,
        "archived": True,
        "anonymised_at": work.now,
        "updated_at": work.now,
        "updated_by": work.user.id,
    }
    work.db.execute(_CARD.values(card), key)
    forget_terms(work, who.id)
    if who.accepts_messages:
        log_consent(work, who.id, accepts=False)
    work.db.execute(INDEX_DROP, {"id": who.id})
    work.db.execute(INDEX_ADD, {"id": who.id, "words": search_words(alias, "", "")})
    for words in (_MESSAGES, _PROMISES, _SALES, _RETURNED, _DISPUTES, _ENDS, _MEMOS, _HALF_MEMOS):
        work.db.execute(words, key)
    _forget_papers(work, who, alias)
    _forget_events(work, who, alias)


def _forget_events(work: Work, who: Client, alias: str) -> None:
    for row in work.db.execute(_TOLD, {"who": who.id}).all():
        subject = row.subject if row.kind in _OF_A_PAPER else alias
        change = update(audit_event).where(audit_event.c.id == row.id)
        work.db.execute(change.values(subject=subject, detail="", words=fold(subject)))


def _forget_papers(work: Work, who: Client, alias: str) -> None:
    for row in work.db.execute(_ISSUED, {"who": who.id}).all():
        paper = without_party(Document.from_json(row.document), who.id, alias).to_json()
        if paper != row.document:
            work.db.execute(update(voucher).where(voucher.c.id == row.id).values(document=paper))
    key = {"who": who.id, "account": account_mark(who.id)}
    for job in work.db.execute(_PRINTED, key).all():
        paper = ""  # of a statement, which tells the words of every movement
        if job.voucher_id is not None:
            with suppress(ValueError):  # damaged, and given up
                paper = without_party(Document.from_json(job.document), who.id, alias).to_json()
        change = update(print_job).where(print_job.c.id == job.id)
        work.db.execute(change.values(document=paper, payload=None, reason=""))
