"""What reaches the log: planted keys and people, and errors of every kind that repeat them."""

from __future__ import annotations

import json
import logging
import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.logs import PlainFormatter, redact, told, traced
from tests.factories import make_client

SECRET = "Zulemita"

PLANTED = {
    "sk-proj-9aBcD_eFgH-1234567890": "[clave]",
    "Authorization: Bearer abc.def.ghi": "Authorization: [clave]",
    'api_key="abcdef"': "api_key=[clave]",
    "passphrase: caballo-correcto": "passphrase: [clave]",
    "PIN=2580": "PIN=[clave]",
    "KIOSKI-ABCDE-FGHIJ-KLMNO": "[clave]",
    "dGhpcyBpcyBhIHZlcnkgbG9uZyBzZWNyZXQ0Mg==": "[clave]",
    "zulema@correo.com.ar": "[e-mail]",
    "https://ana:clave@host/v1": "https://[clave]@host/v1",
    "27-12345678-0": "[número]",
    "20123456786": "[número]",
    "23.456.789": "[número]",
    "+54 9 11 4555-1234": "[número]",
    "(011) 4555-1234": "[número]",
    "$\xa01.500,00": "[monto]",
    "$ 99": "[monto]",
    "/home/zulema/shop.db": "~/shop.db",
    r"C:\Users\Zulema Pérez\shop.db": r"~\shop.db",
    "/media/zulema/PENDRIVE": "~/PENDRIVE",
}


@pytest.mark.parametrize("text", PLANTED)
def test_what_is_planted_is_taken_out(text):
    assert redact(f"a {text}") == f"a {PLANTED[text]}"


@pytest.mark.parametrize(
    "text",
    [
        "job 4512 waits: sin papel",
        "Running upgrade 0014 -> 0015, first letters",
        "shop-before-0015-from-0014.db",
        "2026-11-23 12:00:01",
        "Kioskifly 0.1.0, SQLite 3.40.1",
        "test_a_name_of_a_function_that_is_quite_long",
        'File "kioskifly_desktop/core/ledger.py", line 446, in post',
    ],
)
def test_what_a_log_is_for_stays(text):
    assert redact(text) == text


def test_the_home_of_who_runs_it_is_not_told(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / SECRET))
    assert redact(f"{tmp_path}/{SECRET}/shop/shop.db") == "~/shop/shop.db"


class _Answer(Exception):  # noqa: N818 - as a library may call it
    """An error of a library, whose words repeat a request."""


def raise_(error):
    raise error


ERRORS = {
    "key": lambda: {"a": 1}[SECRET],
    "value": lambda: int(f"{SECRET}7"),
    "json": lambda: json.loads(f"{SECRET}"),
    "encoding": lambda: f"{SECRET}\udcff".encode("ascii"),
    "file": lambda: open(f"/{SECRET}/nada"),  # noqa: SIM115, PTH123 - it isn't there
    "library": lambda: raise_(_Answer(f"400: {SECRET} Authorization: Bearer abc")),
    "runtime": lambda: raise_(RuntimeError(SECRET)),
    "assertion": lambda: raise_(AssertionError(SECRET)),
    "sql": lambda: sqlite3.connect(":memory:").execute(f"SELECT {SECRET}"),
}


def logged(act, caplog):
    """Return what the log says of an act that fails, with what it came from."""
    handler, logger = logging.StreamHandler(), logging.getLogger("kioskifly_desktop.tests")
    handler.setFormatter(PlainFormatter())
    try:
        try:
            act()
        except Exception as error:
            raise _Answer(SECRET) from error
    except _Answer as error:
        record = logger.makeRecord(
            logger.name, logging.ERROR, "f", 1, "job %s: %s", (4, error), (_Answer, error, None)
        )
        return handler.format(record)
    raise AssertionError


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_is_told_without_its_words(kind, caplog):
    text = logged(ERRORS[kind], caplog)
    assert "job 4: _Answer" in text
    assert "from:" in text
    assert "test_logs.py" in text
    lines = [line for line in text.splitlines() if not line.startswith("    ")]
    assert SECRET not in "".join(lines), text


def test_an_error_keeps_the_words_that_are_the_language_s():
    def division():
        return 1 / 0

    with pytest.raises(ZeroDivisionError) as found:
        division()
    assert traced(found.value).endswith("ZeroDivisionError: division by zero")
    with pytest.raises(AttributeError) as attribute:
        None.nothing  # type: ignore[attr-defined]  # noqa: B018 - the bug
    assert told(attribute.value) == ("AttributeError: 'NoneType' object has no attribute 'nothing'")


def errors_of_the_file(write):
    """Give errors of the file that come of words somebody typed."""

    def again(work):
        work.db.exec_driver_sql(
            "INSERT INTO client SELECT * FROM client WHERE name = ?", (f"{SECRET} Pérez",)
        )

    def no_table(work):
        work.db.exec_driver_sql(f'SELECT * FROM "{SECRET}" WHERE name = ?', (SECRET,))

    def syntax(work):
        work.db.exec_driver_sql(
            "SELECT * FROM client_search WHERE client_search MATCH ?", (f'"{SECRET}',)
        )

    return again, no_table, syntax


def test_an_error_of_the_file_tells_the_rule_and_not_the_row(write):
    write(make_client, f"{SECRET} Pérez")
    seen = []
    for act in errors_of_the_file(write):
        with pytest.raises(DBAPIError) as found:
            write(act)
        seen.append(traced(found.value))
    assert SECRET not in "".join(line for text in seen for line in text.splitlines())
    assert (
        "IntegrityError: SQLITE_CONSTRAINT_PRIMARYKEY UNIQUE constraint failed: client."
        in (seen[0])
    )
    assert seen[1].endswith("OperationalError: SQLITE_ERROR")


def test_a_refusal_of_the_program_tells_no_words(write, caplog):
    write(make_client, f"{SECRET} Pérez", document_type=96, document_number="23456789")
    request = ClientRequest("Otra", document_type=96, document_number="23456789")

    def twice(work):
        add_client(work, request)

    text = logged(lambda: write(twice), caplog)
    assert "DuplicateDocumentError" in text
    assert SECRET not in text
    assert "23456789" not in text


def test_other_libraries_are_heard_but_not_written_down():
    record = logging.makeLogRecord(
        {"name": "httpx2", "levelname": "INFO", "msg": f"POST /v1 {SECRET}", "args": ()}
    )
    line = PlainFormatter().format(record)
    assert line.endswith("INFO httpx2: —")


def test_a_line_of_the_log_is_one_line():
    record = logging.makeLogRecord(
        {"name": "qt", "levelname": "WARNING", "msg": "uno\ndos\r\u2028tres\x00", "args": ()}
    )
    assert PlainFormatter().format(record).endswith("qt: uno dos tres ")
