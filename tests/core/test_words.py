import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.money import MAX_BALANCE
from kioskifly_desktop.core.words import amount_in_words

_999 = "novecientos noventa y nueve"


@pytest.mark.parametrize(
    ("centavos", "words"),
    [
        (0, "cero con 00/100"),
        (50, "cero con 50/100"),
        (1_00, "uno con 00/100"),
        (16_05, "dieciséis con 05/100"),
        (21_00, "veintiuno con 00/100"),
        (30_00, "treinta con 00/100"),
        (31_00, "treinta y uno con 00/100"),
        (100_00, "cien con 00/100"),
        (101_00, "ciento uno con 00/100"),
        (500_00, "quinientos con 00/100"),
        (1_000_00, "mil con 00/100"),
        (1_001_00, "mil uno con 00/100"),
        (1_500_50, "mil quinientos con 50/100"),
        (2_000_00, "dos mil con 00/100"),
        (15_000_00, "quince mil con 00/100"),
        (21_000_00, "veintiún mil con 00/100"),
        (31_000_00, "treinta y un mil con 00/100"),
        (100_000_00, "cien mil con 00/100"),
        (101_000_00, "ciento un mil con 00/100"),
        (121_021_00, "ciento veintiún mil veintiuno con 00/100"),
        (700_900_00, "setecientos mil novecientos con 00/100"),
        (1_000_000_00, "un millón con 00/100"),
        (1_000_001_00, "un millón uno con 00/100"),
        (2_001_000_00, "dos millones mil con 00/100"),
        (21_000_000_00, "veintiún millones con 00/100"),
        (999_999_999_99, f"{_999} millones {_999} mil {_999} con 99/100"),
        (1_001_000_000_00, "mil un millones con 00/100"),
        (1_000_000_000_000_00, "un billón con 00/100"),
    ],
)
def test_amount_in_words(centavos, words):
    assert amount_in_words(centavos) == f"pesos {words}"


@given(st.integers(0, MAX_BALANCE), st.integers(0, MAX_BALANCE))
def test_two_amounts_never_read_alike(one, other):
    assert (amount_in_words(one) == amount_in_words(other)) == (one == other)


@given(st.integers(0, MAX_BALANCE))
def test_uno_is_shortened_before_a_scale(centavos):
    words = amount_in_words(centavos)
    assert "uno m" not in words
    assert "uno b" not in words
    assert "  " not in words
