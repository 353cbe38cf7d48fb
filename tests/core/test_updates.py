"""Whether there is a newer version: when it is asked, and what is taken for an answer."""

import json

import pytest

from kioskifly_desktop.core.errors import UpdateAnswerError
from kioskifly_desktop.core.settings import set_preference
from kioskifly_desktop.core.updates import (
    MAX_ANSWER,
    UPDATES_URL,
    Release,
    allow_question,
    asks_for_updates,
    is_due,
    is_newer,
    is_page,
    last_asked,
    newer_release,
    note_answer,
    read_answer,
)

PAGE = "https://kioskifly.example/descargar"
NEXT = Release("9.10.0", PAGE, "Más rápido.")


def answer(**changes):
    said = {"version": "0.2.0", "page": PAGE, "notes": "Uno\nDos"} | changes
    return json.dumps(said).encode()


def test_nothing_is_asked_until_the_shop_allows_it(read, write):
    assert not read(asks_for_updates)
    assert not read(is_due)
    write(allow_question, allowed=True)
    assert read(is_due)
    write(allow_question, allowed=False)
    assert not read(is_due)


def test_it_is_asked_once_a_day(read, write, clock):
    write(allow_question, allowed=True)
    write(note_answer, None)
    assert not read(is_due)
    clock.move(hours=23)
    assert not read(is_due)
    clock.move(hours=1)
    assert read(is_due)


def test_a_clock_that_went_back_does_not_stop_it(read, write, clock):
    write(allow_question, allowed=True)
    write(note_answer, None)
    clock.move(days=-400)
    assert read(is_due)


def test_what_was_answered_is_kept_through_silence(read, write, clock):
    write(allow_question, allowed=True)
    write(note_answer, NEXT)
    assert read(newer_release) == NEXT
    clock.move(days=1)
    write(note_answer, None)
    assert read(newer_release) == NEXT
    assert read(last_asked).at == clock.now
    write(allow_question, allowed=False)
    assert read(newer_release) is None


def test_only_a_newer_one_is_news(read, write):
    write(allow_question, allowed=True)
    write(note_answer, NEXT)
    assert read(newer_release, "9.9.9") == NEXT
    assert read(newer_release, "9.10.0") is None
    assert read(newer_release, "10.0.0") is None


@pytest.mark.parametrize("kept", ["", "no", "[]", "7", '{"at": "ayer"}', '{"release": {"x": 1}}'])
def test_what_a_hand_left_is_nothing_known(read, write, kept):
    write(allow_question, allowed=True)
    write(set_preference, "updates.last", kept)
    assert read(newer_release) is None
    assert read(is_due)


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("0.2.0", "0.1.9", True),
        ("0.10.0", "0.9.9", True),
        ("1.0.0", "0.99.99", True),
        ("0.1.0", "0.1.0", False),
        ("0.1.0", "0.1.1", False),
        ("dos", "0.1.0", False),
    ],
)
def test_versions_are_compared_as_numbers(version, than, newer):
    assert is_newer(version, than) is newer


def test_an_answer_is_read():
    assert read_answer(answer()) == Release("0.2.0", PAGE, "Uno\nDos")
    assert read_answer(answer(other=[1])).version == "0.2.0"


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"<html>Bienvenido al wifi del hotel</html>",
        b"\xff\xfe",
        b"[]",
        b'"0.2.0"',
        b"null",
        b"[" * 15_000,
        answer(version="0.2"),
        answer(version="0.2.0-beta"),
        answer(version=2),
        answer(version="\u0660.\u0662.\u0660"),
        answer(version="99999.0.0"),
        answer(page=7),
        answer(page="http://kioskifly.example/descargar"),
        answer(page="file:///etc/passwd"),
        answer(page="javascript:alert(1)"),
        answer(notes=["x"]),
        answer(notes="x" * 1000),
        b'{"version": "0.2.0"}',
    ],
)
def test_what_is_no_answer_is_refused(said):
    with pytest.raises(UpdateAnswerError):
        read_answer(said)


def test_notes_are_plain_text():
    assert read_answer(answer(notes="a\x00b\u202ec\r\n\td")).notes == "abc\nd"


@pytest.mark.parametrize(
    "page",
    [
        "https://user:clave@kioskifly.example/",
        "https://kioskifly.example:8443/",
        "https://kioskifly.example/ con espacios",
        "https://kiosкifly.example/",
        "https://localhost/",
        "https://127.0.0.1:80/",
        "https://[::1]/",
        "https:///descargar",
        "https://kioskifly.example\\@malo.example/",
        "HTTPS",
        "https://kioskifly.example/" + "x" * 300,
    ],
)
def test_a_page_that_is_not_a_site_s_is_not_opened(page):
    assert not is_page(page)


def test_where_it_asks_is_safe():
    assert is_page(UPDATES_URL)
    assert len(answer()) < MAX_ANSWER
