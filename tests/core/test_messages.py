"""Messages that were sent: who may be written to, what is kept, and who came back."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kioskifly_desktop.core.clients import ClientRequest, archive_client, delete_client, edit_client
from kioskifly_desktop.core.contact import (
    MAX_QUIET_DAYS,
    Aim,
    LiveOffer,
    MessageKind,
    MessageRequest,
    MessageTerms,
    OfferedProduct,
    Tone,
    WriterKind,
    live_offers,
    message_standing,
    message_terms,
    messages,
    record_message,
    save_message_terms,
)
from kioskifly_desktop.core.contact.messages import MAX_TEXT
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import (
    ClientArchivedError,
    ClientHasMovementsError,
    ClientNotFoundError,
    MessageCautionError,
    MessagesRefusedError,
    MessageTextError,
    NotAllowedError,
    PlanFeatureError,
    ProductNotFoundError,
    QuietDaysError,
    RequestIdError,
    RequestReusedError,
    TextTooLongError,
)
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    VoidRequest,
    get_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.settings import save_shop_profile, shop_profile
from tests.factories import add_debt, make_client, make_product, new_request, pay, sell
from tests.plans import PUBLIC, key, plan

OFFER, REMINDER, STATEMENT = MessageKind
TODAY = date(2026, 3, 5)


@pytest.fixture
def vendor():
    return PUBLIC


@pytest.fixture
def send(write):
    """Send a message; unless told, past every caution."""

    def run(client, kind=OFFER, text="Hola", *, insist=True, **fields):
        fields.setdefault("request_id", new_request())
        return write(
            record_message,
            MessageRequest(client_id=client, kind=kind, text=text, insist=insist, **fields),
        )

    return run


@pytest.fixture
def refused(send, everything):
    """Prove that a message is refused and leaves no trace; return the refusal."""

    def run(refusal, *args, **fields):
        before = everything()
        with pytest.raises(refusal) as caught:
            send(*args, **fields)
        assert everything() == before
        return caught.value

    return run


def offered(product, price=100_00, discount=0, name="Alfajor"):
    return OfferedProduct(product, name, price, price - price * discount // 10_000, discount)


def test_a_message_is_kept_whole(write, read, send, clock, cashier):
    client = write(make_client)
    goods = [write(make_product, name, price=100_00) for name in ("Alfajor", "Yerba")]
    products = (offered(goods[1], name="Yerba", discount=1_000), offered(goods[0]))
    sent_at = clock.now
    request = MessageRequest(
        "uno", client, OFFER, " ¡Hola  María! 🎉\n\nTe esperamos\x07. ",
        Tone.FRIENDLY, Aim.DISCOUNT, WriterKind.OPENAI, products, date(2026, 3, 12),
    )  # fmt: skip
    first = write(record_message, request, user=cashier)
    clock.move(days=30)
    send(client, STATEMENT, "Debés $ 1")

    statement, offer = read(messages, client)
    assert (offer.id, offer.at, offer.user) == (first, sent_at, cashier.name)
    assert (offer.kind, offer.tone, offer.aim) == (OFFER, Tone.FRIENDLY, Aim.DISCOUNT)
    assert (offer.writer, offer.valid_until) == (WriterKind.OPENAI, date(2026, 3, 12))
    assert offer.text == "¡Hola María! 🎉\n\nTe esperamos."
    assert offer.products == products
    assert (statement.kind, statement.tone, statement.aim) == (STATEMENT, None, None)
    assert (statement.writer, statement.valid_until, statement.products) == (None, None, ())


def test_messages_come_in_pages_of_one_client(write, read, send):
    client, other = write(make_client, "Ana"), write(make_client, "Beto")
    sent = []
    for number in range(5):
        sent.append(send(client, text=f"Mensaje {number}"))
        send(other)
    newest = read(messages, client, limit=2)
    assert [row.id for row in newest] == sent[:2:-1]
    older = read(messages, client, before=newest[-1].id)
    assert [row.text for row in older] == ["Mensaje 2", "Mensaje 1", "Mensaje 0"]


def test_a_request_is_kept_once_and_means_one_thing(write, read, send, refused):
    client, other = write(make_client, "Ana"), write(make_client, "Beto")
    first = send(client, request_id="uno")
    assert send(client, request_id="uno", insist=False) == first
    assert len(read(messages, client)) == 1
    refused(RequestReusedError, client, request_id="uno", text="Chau")
    refused(RequestReusedError, other, request_id="uno")
    refused(RequestReusedError, client, STATEMENT, request_id="uno")
    refused(RequestIdError, client, request_id="con espacios")


def test_a_message_says_something_and_not_too_much(write, send, refused):
    client = write(make_client)
    assert refused(MessageTextError, client, text=" \n\x00").field == "text"
    assert refused(TextTooLongError, client, text="x" * (MAX_TEXT + 1)).field == "text"
    send(client, text="x" * MAX_TEXT)


def test_an_offer_is_of_products_there_are(write, refused):
    client = write(make_client)
    goods = write(make_product)
    refused(ProductNotFoundError, client, products=(offered(goods), offered(999)))


def test_who_wants_none_gets_none_however_much_one_insists(write, read, refused):
    client = write(make_client, "Ana", accepts_messages=False)
    for kind in MessageKind:
        refusal = refused(MessagesRefusedError, client, kind, insist=True)
        assert read(message_standing, client, kind).blocked == str(refusal)
        assert str(refusal) == "Ana pidió no recibir mensajes."


def test_a_client_is_there_and_not_archived(write, read, refused):
    client = write(make_client, "Ana")
    write(archive_client, client)
    refused(ClientArchivedError, client, insist=True)
    assert read(message_standing, client, STATEMENT).blocked == "Ana está archivado."
    refused(ClientNotFoundError, 99)
    with pytest.raises(ClientNotFoundError):
        read(message_standing, 99, OFFER)


def test_a_plan_without_offers_sends_no_offers_but_the_rest(write, read, send, refused):
    client = write(make_client)
    assert read(message_standing, client, OFFER).blocked == ""
    write(install_plan, key(plan(features=())))
    refusal = refused(PlanFeatureError, client, OFFER, insist=True)
    assert read(message_standing, client, OFFER).blocked == str(refusal)
    assert read(message_standing, client, REMINDER).blocked == ""
    send(client, REMINDER)


def test_a_client_is_left_in_peace_for_some_days(write, read, send, refused, clock):
    client = write(make_client)
    send(client, insist=False)
    for days, caution in ((0, "hoy"), (1, "ayer"), (5, "hace 6 días")):
        clock.move(days=days)
        assert read(message_standing, client, REMINDER).cautions == (
            f"Ya le mandaste un mensaje {caution}.",
        )
    assert "hace 6 días. Si igual querés" in str(refused(MessageCautionError, client, insist=False))
    clock.move(days=1)
    assert read(message_standing, client, REMINDER).cautions == ()
    send(client, REMINDER, insist=False)
    assert read(message_standing, write(make_client, "Otra"), OFFER).cautions == ()


def test_a_message_of_last_night_was_yesterday(write, read, send, clock):
    client = write(make_client)
    clock.now = datetime(2026, 3, 6, 2, 50, tzinfo=UTC)  # 23:50 of the 5th here
    send(client)
    clock.move(minutes=20)
    assert read(message_standing, client, OFFER).cautions == ("Ya le mandaste un mensaje ayer.",)


def test_the_administrator_says_for_how_many_days(write, read, send, cashier, clock):
    assert read(message_terms) == MessageTerms(quiet_days=7)
    client = write(make_client)
    send(client)
    write(save_message_terms, MessageTerms(2))
    assert read(message_terms) == MessageTerms(2)
    clock.move(days=1)
    assert read(message_standing, client, OFFER).cautions
    clock.move(days=1)
    assert not read(message_standing, client, OFFER).cautions
    write(save_message_terms, MessageTerms(0))
    send(client)
    assert not read(message_standing, client, OFFER).cautions

    with pytest.raises(NotAllowedError):
        write(save_message_terms, MessageTerms(3), user=cashier)
    for wrong in (-1, MAX_QUIET_DAYS + 1):
        with pytest.raises(QuietDaysError) as caught:
            write(save_message_terms, MessageTerms(wrong))
        assert caught.value.field == "quiet_days"
    assert read(message_terms) == MessageTerms(0)


@pytest.mark.parametrize(
    ("hour", "minute", "late"), [(7, 59, True), (8, 0, False), (20, 59, False), (21, 0, True)]
)
def test_a_debt_is_not_asked_for_at_night(write, read, clock, hour, minute, late):
    client = write(make_client)
    clock.now = datetime(2026, 3, 5, hour, minute, tzinfo=UTC) + timedelta(hours=3)
    for kind in (REMINDER, STATEMENT):
        cautions = read(message_standing, client, kind).cautions
        assert cautions == (("Lo que se debe se pide de 8 a 21.",) if late else ())
    assert read(message_standing, client, OFFER).cautions == ()


def test_no_offer_goes_to_who_owes_for_long_unless_one_insists(write, read, send, refused, clock):
    client = write(make_client, credit_days=10)
    write(add_debt, client, 50_00)
    clock.move(days=10)
    assert read(message_standing, client, OFFER).cautions == ()
    clock.move(days=1)
    caution = "Tiene una deuda vencida: primero conviene cobrar."
    assert read(message_standing, client, OFFER).cautions == (caution,)
    assert read(message_standing, client, REMINDER).cautions == ()
    assert str(refused(MessageCautionError, client, insist=False)).startswith(caution)
    send(client, insist=True)
    write(pay, client, 50_00)
    assert caution not in read(message_standing, client, OFFER).cautions


def test_without_credit_days_a_debt_is_overdue_as_the_trade_counts(write, read, clock):
    client = write(make_client)
    write(add_debt, client, 50_00)
    clock.now = datetime(2026, 4, 10, 15, tzinfo=UTC)
    assert read(message_standing, client, OFFER).cautions == ()
    clock.move(days=1)
    assert len(read(message_standing, client, OFFER).cautions) == 1


def test_every_caution_is_told(write, send, refused, clock):
    client = write(make_client, credit_days=1)
    write(add_debt, client, 50_00)
    clock.move(days=2)
    send(client)
    told = str(refused(MessageCautionError, client, insist=False))
    assert "deuda vencida" in told
    assert "mensaje hoy" in told


def test_a_standing_tells_the_number_or_why_there_is_none(write, read):
    client = write(make_client, phone="455-0917")
    standing = read(message_standing, client, OFFER)
    assert standing.number == ""
    assert "«455-0917» está incompleto" in standing.number_problem
    write(save_shop_profile, replace(read(shop_profile), phone="351 422-1234"))
    standing = read(message_standing, client, OFFER)
    assert (standing.number, standing.number_problem) == ("5493514550917", "")
    write(edit_client, client, ClientRequest("Ana"))
    assert "No tiene teléfono" in read(message_standing, client, OFFER).number_problem


def came(read, client):
    (row,) = read(messages, client)
    return row.came_back, row.came_at


def test_whether_the_client_came_back_is_known_after_seven_days(write, read, send, clock):
    client = write(make_client)
    goods = write(make_product, price=10_00)
    write(sell, (goods, 1), cash=10_00, client_id=client)  # before the message
    send(client)
    write(sell, (goods, 1), cash=10_00)  # somebody
    clock.move(days=7)
    assert came(read, client) == (None, None)
    clock.move(seconds=1)
    assert came(read, client) == (False, None)
    write(sell, (goods, 1), cash=10_00, client_id=client)  # too late
    assert came(read, client) == (False, None)


def test_the_first_purchase_within_seven_days_is_a_return(write, read, send, clock):
    client = write(make_client)
    send(client)
    write(pay, client, 1_00)
    assert came(read, client) == (None, None)  # to pay is not to buy
    clock.move(days=7)
    back = clock.now
    write(add_debt, client, 10_00)
    clock.move(days=1)
    write(add_debt, client, 10_00)
    assert came(read, client) == (True, back)


def test_a_voided_sale_and_goods_given_back_are_no_visit(write, read, send, clock):
    client = write(make_client)
    bought = write(add_debt, client, 10_00).sale_id
    send(client)
    line = read(get_sale, bought).lines[0]
    back = ReturnRequest(new_request(), bought, (ReturnLine(line.id, 1000),), None, None, "No va")
    write(return_goods, back)
    assert came(read, client) == (None, None)
    voided = write(add_debt, client, 10_00).sale_id
    assert came(read, client)[0]
    write(void_sale, VoidRequest(new_request(), voided, "Error"))
    assert came(read, client) == (None, None)
    clock.move(hours=1)
    write(add_debt, client, 10_00)
    assert came(read, client) == (True, clock.now)


def test_an_offer_lives_until_its_day_and_the_best_one_counts(write, read, send, clock):
    client, other = write(make_client, "Ana"), write(make_client, "Beto")
    soda, wine = write(make_product, "Soda", price=100_00), write(make_product, "Vino", price=1_00)

    def offer(to, product, discount, days, name="Soda"):
        until = None if days is None else TODAY + timedelta(days=days)
        send(to, products=(offered(product, 100_00, discount, name),), valid_until=until)

    offer(client, soda, 500, 9)
    offer(client, soda, 1_000, 2)
    offer(client, soda, 700, 5)
    offer(client, wine, 0, 9, "Vino")  # for no less than its price
    offer(client, wine, 300, None, "Vino")  # for no day
    offer(other, wine, 300, 9, "Vino")
    for days, discount, until in ((0, 1_000, 2), (2, 1_000, 2), (3, 700, 5), (6, 500, 9)):
        clock.now = datetime(2026, 3, 5 + days, 15, tzinfo=UTC)
        assert read(live_offers, client) == [
            LiveOffer(soda, "Soda", discount, 100_00 - discount, TODAY + timedelta(days=until))
        ]
    clock.move(days=4)
    assert read(live_offers, client) == []


def test_what_was_sent_stays_as_it_was(write, send, folder, everything):
    client = write(make_client)
    send(client, products=(offered(write(make_product)),))
    before = everything()
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        for table in ("message", "message_product"):
            for act in (f"UPDATE {table} SET id = id + 1", f"DELETE FROM {table}"):
                with pytest.raises(sqlite3.IntegrityError, match=f"{table} only grows"):
                    raw.execute(act)
    with pytest.raises(ClientHasMovementsError, match="mensajes"):
        write(delete_client, client)
    assert everything() == before
