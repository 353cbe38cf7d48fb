"""The orders of keeping in touch: write an offer, see who to write to today, note a promise."""

from __future__ import annotations

import argparse
import sys
import uuid
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import DONE, FAILED, command, count, print_json, reading, writing
from kioskifly_desktop.core.contact import Aim, Tone, WriterKind
from kioskifly_desktop.core.errors import KeyStoreError
from kioskifly_desktop.core.es_ar import fold, format_date, format_money, parse_date, parse_money

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kioskifly_desktop.core.contact import Standing
    from kioskifly_desktop.core.offers import BotSettings, OfferPlan, Written

_AIMS = {
    "agradecer": Aim.THANKS,
    "complemento": Aim.COMPLEMENT,
    "descuento": Aim.DISCOUNT,
    "cumpleaños": Aim.BIRTHDAY,
    "extrañamos": Aim.MISSED,
}
_TONES = {"breve": Tone.SHORT, "amistoso": Tone.FRIENDLY, "formal": Tone.FORMAL}
_WRITERS = tuple(WriterKind)
_WEEK = timedelta(days=7)


def add_offer_commands(commands: Any) -> None:
    """Add `offer`, `today` and `promise`."""
    offer = command(commands, "offer", _offer, "escribe una oferta para un cliente")
    offer.add_argument("--aim", type=_word(_AIMS), metavar="OBJETIVO", help=_listed(_AIMS))
    offer.add_argument(
        "--tone",
        type=_word(_TONES),
        metavar="TONO",
        default=Tone.FRIENDLY,
        help=f"{_listed(_TONES)}; si no se dice, amistoso",
    )
    offer.add_argument(
        "--writer", choices=_WRITERS, help="quién la escribe; si no se dice, lo elegido en Ajustes"
    )
    today = command(commands, "today", _today, "a quién conviene escribirle o cobrarle hoy")
    promise = command(commands, "promise", _promise, "anota una promesa de pago")
    promise.add_argument("--amount", required=True, metavar="MONTO")
    promise.add_argument("--due", required=True, metavar="DD/MM/AAAA", help="para qué día")
    promise.add_argument("--note", default="")
    promise.add_argument("--request-id", default="", help="el mismo identificador vale una vez")
    for parser in (offer, promise):
        parser.add_argument("--client", type=count(1, 2**53), required=True, metavar="N")
    for parser in (offer, today, promise):
        parser.add_argument("--json", action="store_true")


def _word(meanings: Mapping[str, Any]) -> Callable[[str], Any]:
    """Read a Spanish word without accents or an identifier, as the other orders do."""
    known = {fold(word): meaning for word, meaning in meanings.items()}
    known |= {fold(meaning.value): meaning for meaning in meanings.values()}

    def read(text: str) -> Any:
        if fold(text) not in known:
            message = f"elegí {_listed(meanings)}"
            raise argparse.ArgumentTypeError(message)
        return known[fold(text)]

    return read


def _listed(meanings: Mapping[str, Any]) -> str:
    *most, last = meanings
    return f"{', '.join(most)} o {last}"


def _offer(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.contact import (  # noqa: PLC0415
        MessageKind,
        message_standing,
    )
    from kioskifly_desktop.core.offers import bot_settings, plan_offer  # noqa: PLC0415

    with reading(options) as work:
        standing = message_standing(work, options.client, MessageKind.OFFER)
        if standing.blocked:
            print(standing.blocked, file=sys.stderr)
            return FAILED
        plan = plan_offer(work, options.client, options.aim)
        settings = bot_settings(work)
    if options.writer:
        settings = replace(settings, writer=WriterKind(options.writer))
    written = _written(plan, options.tone, settings)
    notes = [note for note in (written.note, *standing.cautions) if note]
    if notes:
        print("\n".join(notes), file=sys.stderr)
    if options.json:
        print_json(_as_json(plan, options.tone, written, standing))
        return DONE
    print(written.text)
    print("\nPor qué esta oferta:")
    for reason in plan.reasons:
        print(f"- {reason}")
    return DONE


def _written(plan: OfferPlan, tone: Tone, settings: BotSettings) -> Written:
    """Have the offer written; what the network lacks, the built-in writer does."""
    from kioskifly_desktop.adapters.bot import AdaptersBot  # noqa: PLC0415
    from kioskifly_desktop.adapters.keys import KeyStore, keys_folder  # noqa: PLC0415
    from kioskifly_desktop.core.offers import write_offer  # noqa: PLC0415

    try:
        writer = AdaptersBot(KeyStore(keys_folder())).writer(settings)
    except KeyStoreError as error:
        return replace(write_offer(plan, tone, WriterKind.BUILTIN, None), note=str(error))
    return write_offer(plan, tone, settings.writer, writer)


def _as_json(plan: OfferPlan, tone: Tone, written: Written, standing: Standing) -> dict[str, Any]:
    keys = ("product_id", "name", "price", "offer_price", "discount")
    return {
        "client": plan.client_id,
        "aim": plan.aim,
        "tone": tone,
        "text": written.text,
        "writer": written.writer,
        "note": written.note,
        "products": [{key: getattr(each, key) for key in keys} for each in plan.candidates],
        "valid_until": plan.valid_until.isoformat() if plan.valid_until else None,
        "reasons": plan.reasons,
        "number": standing.number,
        "cautions": standing.cautions,
    }


def _today(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.contact import promises_due  # noqa: PLC0415
    from kioskifly_desktop.core.today import birthdays, long_unseen  # noqa: PLC0415
    from kioskifly_desktop.core.wallet import AGE_NAMES, debts_by_age  # noqa: PLC0415

    with reading(options) as work:
        born, unseen = birthdays(work), long_unseen(work)
        promised, debts = promises_due(work, work.today + _WEEK), debts_by_age(work)
    if options.json:
        print_json(
            {
                "birthdays": [_plain(row) for row in born],
                "unseen": [_plain(row) for row in unseen],
                "promises": [_plain(row) for row in promised],
                "debts": [_plain(row) | {"age": row.age} for row in debts],
            }
        )
        return DONE
    _print_group("Cumpleaños", [(row.name, format_date(row.day)) for row in born])
    _print_group("Hace mucho que no vienen", [(row.name, f"{row.days} días") for row in unseen])
    _print_group(
        "Promesas de pago",
        [(row.client, f"{format_money(row.amount)} al {format_date(row.due)}") for row in promised],
    )
    _print_group(
        "Deudas",
        [(row.name, f"{format_money(row.balance)}, {AGE_NAMES[row.age].lower()}") for row in debts],
    )
    return DONE


def _plain(row: Any) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in asdict(row).items()
    }


def _print_group(title: str, lines: list[tuple[str, str]]) -> None:
    if lines:
        print(f"{title}:")
    for name, words in lines:
        print(f"  {name:<36} {words}")


def _promise(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.contact import PromiseRequest, add_promise  # noqa: PLC0415

    amount, due = parse_money(options.amount), parse_date(options.due)
    request_id = options.request_id or uuid.uuid4().hex
    request = PromiseRequest(request_id, options.client, amount, due, options.note)
    with writing(options) as work:
        promise_id = add_promise(work, request)
    if options.json:
        print_json({"id": promise_id})
    else:
        print(f"Promesa de {format_money(amount)} para el {format_date(due)} anotada.")
    return DONE
