import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kioskifly_desktop.core.errors import TextTooLongError
from kioskifly_desktop.core.text import clean


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", ""),
        ("  a \t b\n", "a b"),
        ("a\x00b\x1b@\x7f", "ab@"),
        ("a\u00a0b", "a b"),
        ("\u202ea\u202c\u2066b\u2069", "ab"),
        ("n\u0303", "ñ"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\ue000\ud800x", "x"),
    ],
)
def test_clean(text, result):
    assert clean(text, field="f", limit=10) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\n\n a \n\n  b \n", "a\n\nb"),
        ("a\x0bb\u2028c", "a\nb\nc"),
        ("\x1ba\tb", "a b"),
    ],
)
def test_lines_are_kept_where_asked(text, result):
    assert clean(text, field="f", limit=10, multiline=True) == result


@given(st.text(), st.booleans())
def test_what_is_clean_stays_so_and_can_be_stored_and_printed(text, multiline):
    once = clean(text, field="f", limit=10_000, multiline=multiline)
    assert clean(once, field="f", limit=10_000, multiline=multiline) == once
    once.encode()
    allowed = {"\u200d", "\n"} if multiline else {"\u200d"}
    assert all(unicodedata.category(c)[0] != "C" or c in allowed for c in once)
    assert all(c == " " or c in allowed or not c.isspace() for c in once)


def test_the_limit_counts_what_is_kept():
    assert clean(" " * 50 + "x" * 10 + "\0", field="f", limit=10) == "x" * 10
    with pytest.raises(TextTooLongError) as caught:
        clean("x" * 11, field="note", limit=10, label="la nota")
    assert caught.value.field == "note"
    assert str(caught.value) == "Ese texto es demasiado largo: la nota admite hasta 10 caracteres."
    with pytest.raises(TextTooLongError, match="este campo admite"):
        clean("x" * 11, field="note", limit=10)
