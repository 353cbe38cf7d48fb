"""What clients are written of their account."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.contact import (
    PromiseRequest,
    Tone,
    add_promise,
    reminder_text,
    statement_texts,
    whatsapp_link,
    withdraw_promise,
)
from kioskifly_desktop.core.contact.texts import MAX_LINK
from kioskifly_desktop.core.errors import ClientNotFoundError, NothingOwedError
from kioskifly_desktop.core.es_ar import MINUS, format_money, parse_date, parse_money
from kioskifly_desktop.core.fiscal import FiscalCondition
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile
from kioskifly_desktop.core.wallet import DisputeRequest, dispute_entry, history
from tests.factories import add_debt, adjust, make_client, new_request, pay, undo

LONGEST_NUMBER = "9" * 15
MOVEMENT = re.compile(
    r"(?P<day>\d\d/\d\d)/(?P<year>\d\d) [^:]+: (?P<amount>[+−]\$ [\d.,]+)"
    r" \((?P<word>saldo|a favor) (?P<left>\$ [\d.,]+)\)"
)
# Law 24.240, art. 8 bis: nothing that shames, frightens or presses who is written to.
HARSH = re.compile(
    r"deud|deb[eé]|moros|incobrable|vencid|atras|intim|legal|judicial|abogad|veraz|inter[eé]s"
    r"|recargo|multa|últim|urgente|inmediat|exig|reclam|incumpl|suspend|cort[ae]",
    re.IGNORECASE,
)
EVERY_TONE = pytest.mark.parametrize("tone", list(Tone))


@pytest.fixture
def shop(write):
    """Name the shop, with an alias or without."""

    def save(alias="kiosco.sol", name="Kiosco El Sol"):
        write(save_shop_profile, ShopProfile(name=name, payment_alias=alias))

    save()
    return save


@pytest.fixture
def client(write, shop):
    """Return a client who owes $ 1.500 since 5 March."""
    result = write(make_client, "Gómez, María")
    write(add_debt, result, 1_500_00)
    return result


def promised(write, client, amount=1_000_00, due=date(2026, 3, 10)):
    return write(add_promise, PromiseRequest(new_request(), client, amount, due))


def test_a_reminder_in_each_tone(client, read):
    short, friendly, formal = (read(reminder_text, client, tone) for tone in Tone)
    assert short == (
        "Hola, María. Tu cuenta en Kiosco El Sol: $ 1.500,00."
        " Podés transferir (alias kiosco.sol). ¡Gracias!"
    )
    assert friendly == (
        "¡Hola, María! ¿Cómo va? Te escribimos de Kiosco El Sol: en tu cuenta hay anotados"
        " $ 1.500,00. Podés pasar por el local o transferir (alias kiosco.sol)."
        " Si ya pagaste o algo no te cierra, avisanos y lo vemos. ¡Muchas gracias!"
    )
    assert formal == (
        "Gómez, María: le escribimos de Kiosco El Sol para recordarle que su cuenta tiene un"
        " saldo de $ 1.500,00 al 05/03/2026. Puede abonarlo en el local o por transferencia"
        " (alias kiosco.sol). Si ya lo hizo, no tenga en cuenta este mensaje. Quedamos a su"
        " disposición. Muchas gracias."
    )


def test_a_reminder_leaves_out_what_is_in_dispute(client, read, write):
    entry = write(add_debt, client, 700_00).entry_id
    write(dispute_entry, DisputeRequest(new_request(), entry, "No es mío"))
    for tone in Tone:
        told = read(reminder_text, client, tone)
        assert "$ 1.500,00" in told
        assert "2.200" not in told
    write(pay, client, 1_500_00)
    with pytest.raises(NothingOwedError):
        read(reminder_text, client, Tone.SHORT)


def test_a_shop_without_an_alias_tells_none(client, read, shop):
    told = [read(reminder_text, client, tone) for tone in Tone]
    shop(alias="")
    assert [read(reminder_text, client, tone) for tone in Tone] == [
        told[0].replace(" Podés transferir (alias kiosco.sol).", ""),
        told[1].replace("o transferir (alias kiosco.sol)", "cuando te quede cómodo"),
        told[2].replace(" o por transferencia (alias kiosco.sol)", ""),
    ]


@pytest.mark.parametrize(
    ("alias", "told"),
    [
        ("kiosco.sol", "(alias kiosco.sol)"),
        ("Alias: kiosco.sol", "(alias kiosco.sol)"),
        ("cvuncito.mp", "(alias cvuncito.mp)"),
        ("0000003100012345678901", "(CVU 0000003100012345678901)"),
        ("CVU 0000003100012345678901", "(CVU 0000003100012345678901)"),
        ("2850590940090418135201", "(CBU 2850590940090418135201)"),
    ],
)
@EVERY_TONE
def test_the_shops_account_by_its_kind(client, read, shop, tone, alias, told):
    shop(alias=alias)
    assert told in read(reminder_text, client, tone)
    assert told in read(statement_texts, client, tone)[-1]


@pytest.mark.parametrize(
    ("tone", "told"),
    [
        (Tone.SHORT, "$ 1.500,00. Quedamos en $ 1.000,00 para el 10/03/2026. Podés transferir"),
        (Tone.FRIENDLY, "Como quedamos, contamos con $ 1.000,00 para el 10/03/2026. Podés pasar"),
        (Tone.FORMAL, "Según lo conversado, esperamos $ 1.000,00 para el 10/03/2026. Puede abonar"),
    ],
)
def test_a_promise_to_come_is_told_in_each_tone(client, write, read, tone, told):
    promised(write, client)
    assert told in read(reminder_text, client, tone)


@EVERY_TONE
def test_a_broken_or_withdrawn_promise_is_not_thrown_in_their_face(
    client, write, read, clock, tone
):
    plain = read(reminder_text, client, tone)
    promise = promised(write, client)
    assert "$ 1.000,00 para el 10/03/2026" in read(reminder_text, client, tone)
    write(withdraw_promise, promise)
    assert read(reminder_text, client, tone) == plain
    promised(write, client)
    clock.move(days=6)
    assert read(reminder_text, client, tone) == plain.replace("05/03/2026", "11/03/2026")


@EVERY_TONE
@pytest.mark.parametrize(("days", "when"), [(0, "hoy"), (1, "mañana"), (2, "el 07/03/2026")])
def test_what_came_in_for_a_promise_is_told(client, write, read, tone, days, when):
    promised(write, client, due=date(2026, 3, 5) + timedelta(days=days))
    assert f" $ 1.000,00 para {when}." in read(reminder_text, client, tone)
    assert "recibimos" not in read(reminder_text, client, tone)
    write(pay, client, 250_00)
    for text in (read(reminder_text, client, tone), read(statement_texts, client, tone)[-1]):
        assert f" $ 1.000,00 para {when}." in text
        assert "ya recibimos $ 250,00." in text.casefold()


@EVERY_TONE
def test_only_who_owes_is_reminded(write, read, shop, tone):
    client = write(make_client)
    with pytest.raises(NothingOwedError):
        read(reminder_text, client, tone)
    write(add_debt, client, 10_00)
    write(pay, client, 15_00)
    with pytest.raises(NothingOwedError):
        read(reminder_text, client, tone)
    for ask in (reminder_text, statement_texts):
        with pytest.raises(ClientNotFoundError):
            read(ask, 999, tone)


def test_a_trade_is_greeted_by_its_whole_name(write, read, shop):
    client = write(
        make_client,
        "Rotisería La Esquina",
        condition=FiscalCondition.MONOTRIBUTO,
        document_type=80,
        document_number="30500842586",
    )
    write(add_debt, client, 10_00)
    for tone in Tone:
        assert "Rotisería La Esquina" in read(reminder_text, client, tone)


def test_a_statement_whole(client, write, read, clock):
    clock.move(days=1)
    write(pay, client, 2_000_00)
    clock.move(days=1)
    write(add_debt, client, 800_50)
    assert read(statement_texts, client, Tone.FRIENDLY) == [
        (
            "¡Hola, María! Te pasamos el detalle de tu cuenta en Kiosco El Sol, al 07/03/2026:\n"
            "Saldo anterior: $ 0,00\n"
            "05/03/26 Compra a cuenta 1: +$ 1.500,00 (saldo $ 1.500,00)\n"
            "06/03/26 Pago 1: −$ 2.000,00 (a favor $ 500,00)\n"
            "07/03/26 Compra a cuenta 2: +$ 800,50 (saldo $ 300,50)\n"
            "Saldo: $ 300,50\n"
            "Podés pasar por el local o transferir (alias kiosco.sol).\n"
            "Si algo no te cierra, avisanos y lo vemos. ¡Muchas gracias!"
        )
    ]
    assert read(statement_texts, client, Tone.SHORT, date(2026, 3, 7)) == [
        (
            "Cuenta de María en Kiosco El Sol al 07/03/2026:\n"
            "Saldo anterior: $ 500,00 a favor\n"
            "07/03/26 Compra a cuenta 2: +$ 800,50 (saldo $ 300,50)\n"
            "Saldo: $ 300,50\n"
            "Podés transferir (alias kiosco.sol).\n"
            "¡Gracias!"
        )
    ]
    assert read(statement_texts, client, Tone.FORMAL, date(2026, 3, 8)) == [
        (
            "Gómez, María: le enviamos el detalle de su cuenta en Kiosco El Sol al 07/03/2026.\n"
            "Saldo anterior: $ 300,50\n"
            "Saldo: $ 300,50\n"
            "Puede abonarlo en el local o por transferencia (alias kiosco.sol).\n"
            "Quedamos a su disposición por cualquier consulta. Muchas gracias."
        )
    ]


@EVERY_TONE
def test_who_owes_nothing_is_asked_for_nothing(write, read, shop, tone):
    client = write(make_client)
    assert "está al día" in read(statement_texts, client, tone)[0] or tone is Tone.SHORT
    write(add_debt, client, 10_00)
    write(pay, client, 10_00)
    (even,) = read(statement_texts, client, tone)
    assert "al día." in even
    write(pay, client, 5_00)
    (text,) = read(statement_texts, client, tone)
    assert "\nSaldo: $ 5,00 a favor\n" in text
    for each in (even, text):
        assert not re.search("kiosco.sol|abonar|transferir|pasar por", each)


@EVERY_TONE
def test_nothing_is_said_harshly(client, write, read, clock, tone):
    promised(write, client)
    for days in (0, 6, 90):
        clock.move(days=days)
        for text in (read(reminder_text, client, tone), *read(statement_texts, client, tone)):
            assert not HARSH.search(text)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(("buy", "pay", "adjust", "undo", "days")), st.integers(1, 900_000_00)
    ),
    max_size=60,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS, tone=st.sampled_from(Tone), name=st.sampled_from(("Ana", "🧉" * 120)))
def test_no_part_loses_a_movement_or_a_centavo(database, admin, clock, acts, tone, name):
    clock.now = datetime(2026, 3, 5, 15, tzinfo=UTC)
    with database.write(admin) as work:
        save_shop_profile(work, ShopProfile(name=name, payment_alias="ñandú.ñoño"))
        client = make_client(work, name)
    for act, value in acts:
        with database.write(admin) as work:
            if act == "buy":
                add_debt(work, client, value % 50_000_00 + 1)
            elif act == "pay":
                pay(work, client, value)
            elif act == "adjust":
                adjust(work, client, value - 450_000_00 or 1)
            elif act == "undo" and (able := undoable(work, client)):
                undo(work, able[value % len(able)])
            else:
                clock.move(days=value % 40)
    with database.read(admin) as work:
        rows = history(work, client, limit=99)[::-1]
        for since in (None, work.today - timedelta(days=60)):
            told = [row for row in rows if since is None or row.business_date >= since]
            agrees(statement_texts(work, client, tone, since), told, get_client(work, client))


def undoable(work, client):
    return [
        row.entry_id
        for row in history(work, client, limit=99)
        if row.kind in ("payment", "adjustment") and not row.reversed
    ]


def agrees(parts, rows, client):
    """Check that what the parts say, put together, is the account."""
    for number, part in enumerate(parts, start=1):
        assert len(whatsapp_link(LONGEST_NUMBER, part)) <= MAX_LINK
        head, *rest = part.split("\n")
        assert (head == f"({number}/{len(parts)})") == (len(parts) > 1)
        assert rest
    lines = [line for part in parts for line in part.split("\n")]
    found = [match for line in lines if (match := MOVEMENT.fullmatch(line))]
    assert [figures(match) for match in found] == [
        (row.business_date, row.amount, row.balance) for row in rows
    ]
    opening = rows[0].balance - rows[0].amount if rows else client.balance
    assert lines.count(f"Saldo anterior: {shown(opening)}") == 1
    if client.balance:
        assert lines.count(f"Saldo: {shown(client.balance)}") == 1
    else:
        assert sum(line.endswith("al día.") for line in lines) == 1
    assert sum("ñandú.ñoño" in line for line in lines) == (client.balance > 0)


def figures(match):
    amount = parse_money(match["amount"].lstrip(f"+{MINUS}"))
    left = parse_money(match["left"], least=0)
    return (
        parse_date(f"{match['day']}/20{match['year']}"),
        -amount if match["amount"].startswith(MINUS) else amount,
        -left if match["word"] == "a favor" else left,
    )


def shown(balance):
    words = format_money(abs(balance)).replace("\u00a0", " ")
    return f"{words} a favor" if balance < 0 else words


def test_a_statement_of_1000_movements_is_told_whole(client, write, read):
    for _ in range(999):
        write(adjust, client, 1_00)
    parts = read(statement_texts, client, Tone.SHORT)
    assert parts[0].startswith("(1/")
    assert parts[-1].endswith("¡Gracias!")
    assert len(parts) < 100
    assert sum(len(MOVEMENT.findall(part)) for part in parts) == 1000
    # As full as they may be: no line of a part would have fit in the one before.
    for part, after in pairwise(parts):
        longer = f"{part}\n{after.splitlines()[1]}"
        assert len(whatsapp_link(LONGEST_NUMBER, longer)) > MAX_LINK - len("%0A") - len("00")
