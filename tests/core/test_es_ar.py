from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.errors import (
    AmountDecimalsError,
    AmountError,
    AmountMissingError,
    AmountRangeError,
    DateError,
    DiscountError,
    QuantityError,
    QuantityRangeError,
)
from kioskifly_desktop.core.es_ar import (
    MINUS,
    NBSP,
    business_date,
    fold,
    format_date,
    format_datetime,
    format_money,
    format_number,
    format_pesos,
    format_quantity,
    format_short_date,
    format_time,
    local,
    parse_date,
    parse_money,
    parse_percent,
    parse_quantity,
    utc_now,
)
from kioskifly_desktop.core.money import MAX_AMOUNT, MAX_BALANCE, MAX_QUANTITY


@pytest.mark.parametrize(
    ("text", "centavos"),
    [
        ("1500", 150_000),
        ("1.500", 150_000),
        ("1500,50", 150_050),
        ("1.500,50", 150_050),
        ("1500.50", 150_050),
        ("1500.5", 150_050),
        ("$ 1.500,50", 150_050),
        (f"${NBSP}1.500,50", 150_050),
        ("  1500\t", 150_000),
        ("1 500", 150_000),
        ("0,01", 1),
        (",50", 50),
        (".50", 50),
        ("1500,", 150_000),
        ("007", 700),
        ("1.234.567", 123_456_700),
        ("1234567,89", 123_456_789),
        ("999.999.999,99", MAX_AMOUNT),
    ],
)
def test_amount_is_understood(text, centavos):
    assert parse_money(text) == centavos


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", AmountMissingError),
        ("   ", AmountMissingError),
        ("$", AmountMissingError),
        ("abc", AmountError),
        ("1e5", AmountError),
        ("1_000", AmountError),
        ("+100", AmountError),
        ("--5", AmountError),
        ("5-", AmountError),
        (".", AmountError),
        (",", AmountError),
        ("1,2,3", AmountError),
        ("1.2.3", AmountError),
        ("1.500.50", AmountError),
        ("1,500.50", AmountError),
        ("15.00,50", AmountError),
        ("1.50.000", AmountError),
        ("\uff11\uff15\uff10\uff10", AmountError),
        ("٣", AmountError),
        ("NaN", AmountError),
        ("100 pesos", AmountError),
        ("1500,505", AmountDecimalsError),
        ("1,500", AmountDecimalsError),
        ("1500.505", AmountDecimalsError),
        ("0", AmountRangeError),
        ("0,00", AmountRangeError),
        ("-5", AmountRangeError),
        (f"{MINUS}$ 5,00", AmountRangeError),
        ("1.000.000.000", AmountRangeError),
        ("9" * 400, AmountRangeError),
    ],
)
def test_amount_is_refused(text, error):
    with pytest.raises(AmountError) as caught:
        parse_money(text)

    assert type(caught.value) is error
    assert caught.value.field == "amount"


@given(st.integers(1, MAX_AMOUNT))
def test_what_is_written_reads_back(centavos):
    assert parse_money(format_money(centavos)) == centavos
    assert parse_money(format_number(centavos)) == centavos
    assert parse_money(format_pesos(centavos)) == centavos
    assert parse_money(f"{centavos // 100}.{centavos % 100:02d}") == centavos


@given(st.text())
def test_any_text_is_an_amount_or_an_error(text):
    try:
        centavos = parse_money(text)
    except AmountError:
        return
    assert 0 < centavos <= MAX_AMOUNT


@pytest.mark.parametrize(
    ("centavos", "text"),
    [
        (0, f"${NBSP}0,00"),
        (5, f"${NBSP}0,05"),
        (150_050, f"${NBSP}1.500,50"),
        (-2_000, f"{MINUS}${NBSP}20,00"),
        (-5, f"{MINUS}${NBSP}0,05"),
        (123_456_789_012, f"${NBSP}1.234.567.890,12"),
    ],
)
def test_format_money(centavos, text):
    assert format_money(centavos) == text


@given(st.integers(-MAX_BALANCE, MAX_BALANCE))
def test_money_never_wraps_nor_loses_a_centavo(centavos):
    text = format_money(centavos)
    digits = text.replace(".", "").replace(",", "").replace(f"${NBSP}", "").replace(MINUS, "-")
    assert int(digits) == centavos
    assert " " not in text


def test_plus_is_for_what_is_above_zero():
    assert format_money(100, plus=True) == f"+${NBSP}1,00"
    assert format_money(0, plus=True) == f"${NBSP}0,00"
    assert format_money(-100, plus=True) == f"{MINUS}${NBSP}1,00"


def test_pesos_without_centavos():
    assert format_pesos(1_000_000) == f"${NBSP}10.000"
    assert format_pesos(150_050) == f"${NBSP}1.500,50"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/03/1980", date(1980, 3, 5)),
        ("5/3/1980", date(1980, 3, 5)),
        ("05-03-1980", date(1980, 3, 5)),
        ("5.3.1980", date(1980, 3, 5)),
        ("5 3 1980", date(1980, 3, 5)),
        ("05031980", date(1980, 3, 5)),
        (" 1980-03-05 ", date(1980, 3, 5)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_date_is_read_day_first(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "5/3/80", "31/02/2020", "29/02/2023", "13/13/2020", "0/1/2020", "01/01/0000", "ayer",
     "5/3", "1980/03/05", "05/03/1980 10:00", "050380"],
)  # fmt: skip
def test_date_is_refused(text):
    with pytest.raises(DateError):
        parse_date(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_written_date_reads_back(day):
    assert parse_date(format_date(day)) == day
    assert parse_date(day.isoformat()) == day


def test_dates_and_times_of_the_shop():
    instant = datetime(2026, 3, 6, 1, 4, tzinfo=UTC)
    assert format_datetime(instant) == "05/03/2026 22:04"
    assert format_time(instant) == "22:04"
    assert business_date(instant) == date(2026, 3, 5)
    assert format_short_date(date(2026, 3, 5)) == "05/03/26"
    assert utc_now().utcoffset() == timedelta(0)


def test_the_shop_changes_day_at_three_in_the_morning_of_utc_all_year():
    # Argentina has had no daylight saving time since 2009.
    for year in range(2010, 2041):
        for month in range(1, 13):
            midnight = datetime(year, month, 15, 3, tzinfo=UTC)
            assert local(midnight).utcoffset() == timedelta(hours=-3)
            assert business_date(midnight) == date(year, month, 15)
            assert business_date(midnight - timedelta(seconds=1)) == date(year, month, 14)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("José", "jose"),
        ("JOSE", "jose"),
        ("Jose\u0301", "jose"),
        ("Muñoz", "munoz"),
        ("MUN\u0303OZ", "munoz"),
        ("Łukasz", "lukasz"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("D´Angelo", "dangelo"),
        ("Straße", "strasse"),
        ("Çelik Øye", "celik oye"),
        ("Pérez-Gómez,  Ana", "perez gomez ana"),
        (f"Ana{NBSP}María\t2", "ana maria 2"),
        ("consumidor_final", "consumidor final"),
        ("% _ ' \" *", ""),
    ],
)
def test_fold(name, folded):
    assert fold(name) == folded


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_folding_twice_changes_nothing(text):
    once = fold(text)
    assert fold(once) == once
    assert once == once.strip()


@pytest.mark.parametrize(
    ("milli", "pieces", "kilograms"),
    [
        (0, "0", "0,000"),
        (2_000, "2", "2,000"),
        (755, "0,755", "0,755"),
        (1_500, "1,5", "1,500"),
        (1_500_000, "1.500", "1.500,000"),
        (-2_500, f"{MINUS}2,5", f"{MINUS}2,500"),
    ],
)
def test_quantity_is_written(milli, pieces, kilograms):
    assert format_quantity(milli) == pieces
    assert format_quantity(milli, kilograms=True) == f"{kilograms}{NBSP}kg"


@pytest.mark.parametrize(
    ("text", "milli"),
    [
        ("2", 2_000),
        ("0,755", 755),
        ("0.755", 755),
        (".5", 500),
        (",5", 500),
        ("1.5", 1_500),
        ("1,500", 1_500),
        ("1500", 1_500_000),
        ("1.500,25", 1_500_250),
        (" 1 500 ", 1_500_000),
        (f"0,755{NBSP}kg", 755),
        ("2 KG", 2_000),
        ("007", 7_000),
    ],
)
def test_quantity_is_understood(text, milli):
    assert parse_quantity(text) == milli


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "kg",
        "-",
        "dos",
        "1.500",
        "12.345",
        "1,2345",
        "1,",
        "1.2.3",
        "1e3",
        "NaN",
        "٣",
        "--1",
    ],
)
def test_quantity_is_not_guessed(text):
    with pytest.raises(QuantityError):
        parse_quantity(text, least=-MAX_QUANTITY)


def test_quantity_has_bounds():
    for text in ("0", "-1", f"{MINUS}1", "1000000"):
        with pytest.raises(QuantityRangeError):
            parse_quantity(text)
    assert parse_quantity("0", least=0) == 0
    assert parse_quantity(f"{MINUS}1,5", least=-2_000) == parse_quantity("-1,5", least=-2_000)
    assert parse_quantity("-1,5", least=-2_000) == -1_500


@given(st.integers(-MAX_QUANTITY, MAX_QUANTITY), st.booleans())
def test_quantity_written_is_quantity_read(milli, kilograms):
    text = format_quantity(milli, kilograms=kilograms)
    if "," in text or "." not in text:  # 1.500 alone is not guessed
        assert parse_quantity(text, least=-MAX_QUANTITY) == milli


@pytest.mark.parametrize(
    ("text", "basis_points"),
    [("0", 0), ("10", 10_00), (" 12,5 % ", 12_50), ("12.5", 12_50), ("100%", 100_00), ("0,01", 1)],
)
def test_percent_is_read(text, basis_points):
    assert parse_percent(text) == basis_points


@pytest.mark.parametrize("text", ["", "%", "-1", "100,01", "1,234", "diez", "1.000"])
def test_percent_is_not_guessed(text):
    with pytest.raises(DiscountError):
        parse_percent(text)
