"""Promotions, groups, price lists and what is agreed with a client: kept, changed, refused."""

from datetime import date

import pytest

from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.clients import delete_client, get_client
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    CategoryMissingError,
    ComboGoodsError,
    DatesError,
    DiscountError,
    GroupInUseError,
    GroupMissingError,
    LoyaltyFigureError,
    LoyaltyNotFoundError,
    NameMissingError,
    NameTakenError,
    PriceListInUseError,
    PromotionGoodsError,
    WeekdaysError,
)
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    Audience,
    CategoryDiscount,
    GroupRow,
    PriceList,
    PromotionKind,
    agreed_terms,
    delete_group,
    delete_price_list,
    describe,
    list_groups,
    list_promotions,
    pause_promotion,
    price_lists,
    remove_promotion,
    save_agreed_terms,
    save_group,
    save_price_list,
    set_groups,
)
from tests.factories import make_client, make_product
from tests.loyalty import promote


@pytest.fixture
def alfajor(write):
    return write(make_product, "Alfajor", price=100_00, category="Golosinas")


@pytest.fixture
def ham(write):
    return write(make_product, "Jamón", price=100_00, unit=Unit.KILOGRAM)


COMBO = {"kind": PromotionKind.COMBO, "price": 150_00}
CHEAPEST = "unidad de Cola, la más barata, con 50 % de descuento: para todos"
NTH = {"kind": PromotionKind.NTH_PERCENT, "percent": 5_000}


def test_listed_changed_paused_and_removed(write, read, alfajor):
    number = write(promote, alfajor, "Bebidas")
    other = write(promote, (alfajor, 2), name="Dos", **COMBO)
    first, second = read(list_promotions)
    assert (first.id, first.names, second.id) == (number, ("Alfajor", "Bebidas"), other)
    write(promote, "Bebidas", promotion_id=number, name="Nueva", last_day=date(2026, 3, 9))
    write(pause_promotion, other, paused=True)
    changed, paused = sorted(read(list_promotions), key=lambda each: each.id)
    assert (changed.names, changed.request.last_day) == (("Bebidas",), date(2026, 3, 9))
    assert (paused.paused, paused.names) == (True, ("Alfajor",))
    write(remove_promotion, number)
    assert [each.id for each in read(list_promotions)] == [other]
    for act in (remove_promotion, lambda w, n: pause_promotion(w, n, paused=True)):
        with pytest.raises(LoyaltyNotFoundError):
            write(act, number)
    assert write(promote, alfajor, name="NUEVA") not in {number, other}


@pytest.mark.parametrize(
    ("error", "fields"),
    [
        (NameMissingError, {"name": " "}),
        (NameTakenError, {"name": "VIEJA"}),
        (LoyaltyFigureError, {"size": 1}),
        (LoyaltyFigureError, {"size": 25, "pays": 2}),
        (LoyaltyFigureError, {"pays": 2}),
        (LoyaltyFigureError, {"pays": 0}),
        (LoyaltyFigureError, NTH | {"percent": 0}),
        (LoyaltyFigureError, NTH | {"percent": 10_001}),
        (LoyaltyFigureError, NTH | {"size": 0}),
        (DatesError, {"first_day": date(2026, 3, 2), "last_day": date(2026, 3, 1)}),
        (WeekdaysError, {"weekdays": 0}),
        (WeekdaysError, {"weekdays": 128}),
        (GroupMissingError, {"audience": Audience.GROUP}),
        (LoyaltyNotFoundError, {"audience": Audience.GROUP, "group_id": 99}),
        (LoyaltyNotFoundError, {"promotion_id": 99}),
        (ComboGoodsError, COMBO),
    ],
)
def test_what_makes_no_sense(write, read, alfajor, error, fields):
    write(promote, alfajor, name="Vieja")
    with pytest.raises(error):
        write(promote, alfajor, **fields)
    assert len(read(list_promotions)) == 1


def test_goods_of_a_promotion(write, alfajor, ham):
    with pytest.raises(PromotionGoodsError):
        write(promote)
    with pytest.raises(PromotionGoodsError):
        write(promote, " ")
    with pytest.raises(LoyaltyNotFoundError):
        write(promote, 99)
    two = (alfajor, 2)
    for goods in (((ham, 2),), (two, "Bebidas"), ((alfajor, 25),), (two, (99, 1))):
        with pytest.raises(ComboGoodsError):
            write(promote, *goods, **COMBO)
    with pytest.raises(AmountRangeError):
        write(promote, (alfajor, 2), **COMBO | {"price": 0})


@pytest.mark.parametrize(
    ("fields", "names", "words"),
    [
        ({}, ("Alfajor",), "Llevando 2 de Alfajor se pagan 1: para todos."),
        (
            {"audience": Audience.CLIENTS, "weekdays": 0b0000011},
            ("Alfajor", "Bebidas"),
            "Llevando 2 de Alfajor o Bebidas se pagan 1: para clientes, los lunes y martes.",
        ),
        (
            NTH | {"first_day": date(2026, 3, 2), "last_day": date(2026, 3, 8)},
            ("Cola",),
            f"La segunda {CHEAPEST}, del 02/03/2026 al 08/03/2026.",
        ),
        (
            NTH | {"size": 1, "last_day": date(2026, 3, 8)},
            ("Cola",),
            "Cola con 50 % de descuento: para todos, hasta el 08/03/2026.",
        ),
        (
            NTH | {"size": 9, "first_day": date(2026, 3, 8)},
            ("Cola",),
            f"La 9.ª {CHEAPEST}, desde el 08/03/2026.",
        ),
    ],
)
def test_in_words(write, read, alfajor, fields, names, words):
    write(promote, alfajor, **fields)
    [found] = read(list_promotions)
    assert describe(found.request, names, "Vecinos").replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_combo_for_a_group_in_words(write, read, alfajor):
    group = write(save_group, 0, "Vecinos")
    write(promote, (alfajor, 2), audience=Audience.GROUP, group_id=group, **COMBO)
    [found] = read(list_promotions)
    words = describe(found.request, found.names, found.group).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "2 Alfajor por $ 150,00: para el grupo «Vecinos»."


def test_groups(write, read, alfajor):
    ana = write(make_client, "Ana")
    group, other = write(save_group, 0, "Vecinos"), write(save_group, 0, "Docentes")
    write(set_groups, ana, [group, other, group])
    write(set_groups, ana, [group])
    write(save_group, other, "Maestros")
    assert read(list_groups) == [GroupRow(other, "Maestros", 0), GroupRow(group, "Vecinos", 1)]
    number = write(promote, alfajor, audience=Audience.GROUP, group_id=group)
    with pytest.raises(GroupInUseError, match="Vecinos"):
        write(delete_group, group)
    write(remove_promotion, number)
    write(delete_group, group)
    assert [each.name for each in read(list_groups)] == ["Maestros"]
    for error, args in (
        (NameTakenError, (0, "MAESTROS")),
        (NameMissingError, (0, "")),
        (LoyaltyNotFoundError, (99, "Otro")),
    ):
        with pytest.raises(error):
            write(save_group, *args)
    with pytest.raises(LoyaltyNotFoundError):
        write(set_groups, ana, [99])


def test_price_lists(write, read, alfajor):
    ana = write(make_client, "Ana")
    number = write(save_price_list, PriceList(0, "Mayorista", -500, {alfajor: 80_00}))
    write(save_price_list, PriceList(number, "Amigos", 0, {alfajor: 70_00}))
    assert read(price_lists) == [PriceList(number, "Amigos", 0, {alfajor: 70_00})]
    write(save_agreed_terms, ana, AgreedTerms(price_list_id=number))
    with pytest.raises(PriceListInUseError, match="Amigos"):
        write(delete_price_list, number)
    write(save_agreed_terms, ana, AgreedTerms())
    for error, asked in (
        (NameMissingError, PriceList(0, "")),
        (NameTakenError, PriceList(0, "AMIGOS")),
        (DiscountError, PriceList(0, "Gratis", -10_000)),
        (AmountRangeError, PriceList(0, "Gratis", 0, {alfajor: 0})),
        (LoyaltyNotFoundError, PriceList(0, "Otra", 0, {99: 1})),
        (LoyaltyNotFoundError, PriceList(99, "Otra")),
    ):
        with pytest.raises(error):
            write(save_price_list, asked)
    write(delete_price_list, number)
    assert read(price_lists) == []


def test_what_is_agreed_with_a_client(write, read):
    ana = write(make_client, "Ana")
    discounts = (CategoryDiscount("Bebidas", 500, date(2026, 3, 1)), CategoryDiscount("Pan", 1))
    terms = AgreedTerms(discounts, None, "Cheque rechazado")
    write(save_agreed_terms, ana, terms)
    assert read(agreed_terms, ana) == terms
    assert read(get_client, ana).lock_reason == "Cheque rechazado"
    [told] = read(events, AuditQuery(kind=AuditKind.CLIENT_LOCK))
    assert (told.subject, told.detail) == ("Ana", "Cheque rechazado")
    for error, asked in (
        (CategoryMissingError, CategoryDiscount(" ", 5)),
        (DiscountError, CategoryDiscount("Pan", 0)),
        (DiscountError, CategoryDiscount("Pan", 10_001)),
        (DatesError, CategoryDiscount("Pan", 5, date(2026, 3, 2), date(2026, 3, 1))),
    ):
        with pytest.raises(error):
            write(save_agreed_terms, ana, AgreedTerms((asked,)))
    with pytest.raises(LoyaltyNotFoundError):
        write(save_agreed_terms, ana, AgreedTerms(price_list_id=99))
    assert read(agreed_terms, ana) == terms
    write(set_groups, ana, [write(save_group, 0, "Vecinos")])
    write(delete_client, ana)
    assert [each.clients for each in read(list_groups)] == [0]
