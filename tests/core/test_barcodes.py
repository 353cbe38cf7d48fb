import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from kioskifly_desktop.core.barcodes import (
    ScaleLabels,
    ScaleReading,
    ScaleValue,
    check_barcode,
    read_scale_label,
    save_scale_labels,
    scale_labels,
)
from kioskifly_desktop.core.errors import BarcodeError, NotAllowedError, ScaleLabelsError


def signed(body):
    return body + ean.calc_check_digit(body)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("7790895000997", "7790895000997"),
        (" 7790895 000997\t", "7790895000997"),
        ("96385074", "96385074"),
        ("036000291452", "0036000291452"),  # a UPC-A is an EAN-13 with a zero before it
        ("ab-12", "AB-12"),
        ("7", "7"),
        ("00101", "00101"),
        ("A" * 20, "A" * 20),
    ],
)
def test_a_code_is_kept_in_one_form(typed, kept):
    assert check_barcode(typed) == kept
    assert check_barcode(kept) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("7790895000998", "dígito de control"),
        ("96385075", "dígito de control"),
        ("036000291453", "dígito de control"),
        ("", "de 1 a 20"),
        ("A" * 21, "de 1 a 20"),
        ("ñandú", "de 1 a 20"),
        ("AB/12", "de 1 a 20"),
        ("٣٣٣", "de 1 a 20"),
        ("AB;DROP", "de 1 a 20"),
    ],
)
def test_a_bad_code_says_why(typed, reason):
    with pytest.raises(BarcodeError, match=reason) as refused:
        check_barcode(typed)
    assert refused.value.field == "barcodes"


@given(st.integers(0, 10**12 - 1), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(body, place, more):
    code = signed(f"{body:012d}")
    assert check_barcode(code) == code
    wrong = code[:place] + str((int(code[place]) + more) % 10) + code[place + 1 :]
    with pytest.raises(BarcodeError):
        check_barcode(wrong)


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        (ScaleLabels(), ScaleReading("00101", 1_250, None)),
        (ScaleLabels(decimals=2), ScaleReading("00101", 12_500, None)),
        (ScaleLabels(value=ScaleValue.AMOUNT, decimals=0), ScaleReading("00101", None, 1_250_00)),
        (ScaleLabels(value=ScaleValue.AMOUNT, decimals=2), ScaleReading("00101", None, 12_50)),
        (ScaleLabels("20", 2, 4, 6, 6), ScaleReading("0010", 101_250, None)),
    ],
)
def test_a_label_says_the_weight_or_the_amount(labels, says):
    assert read_scale_label(labels, signed("200010101250")) == says


@pytest.mark.parametrize("code", ["7790895000997", "2000101012500", "20001010125", "", "2" * 14])
def test_what_is_no_label_is_not_read_as_one(code):
    assert read_scale_label(ScaleLabels(), code) is None


def test_labels_are_remembered(write, read):
    assert read(scale_labels) == ScaleLabels()
    chosen = ScaleLabels("21", 2, 4, 6, 6, ScaleValue.AMOUNT, 2)
    write(save_scale_labels, chosen)
    assert read(scale_labels) == chosen


@pytest.mark.parametrize(
    "labels",
    [
        ScaleLabels(prefix="7"),
        ScaleLabels(prefix=""),
        ScaleLabels(prefix="2x"),
        ScaleLabels(code_start=0),
        ScaleLabels(code_length=0),
        ScaleLabels(value_length=0),
        ScaleLabels(code_length=6),
        ScaleLabels(value_length=6),
        ScaleLabels(value_start=-1),
        ScaleLabels(decimals=4),
        ScaleLabels(value=ScaleValue.AMOUNT, decimals=3),
    ],
)
def test_positions_that_make_no_label_are_refused(write, read, labels):
    with pytest.raises(ScaleLabelsError):
        write(save_scale_labels, labels)
    assert read(scale_labels) == ScaleLabels()


def test_labels_are_the_administrators(write, cashier):
    with pytest.raises(NotAllowedError):
        write(save_scale_labels, ScaleLabels(), user=cashier)
