import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from pypdf import PdfReader

from kioskifly_desktop import cli
from kioskifly_desktop.core import database as database_module
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.contact import MessageKind, MessageRequest, record_message
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.shop_file import open_shop
from tests.factories import adjust, make_client, new_request

NAME, PHONE = "Zulema Ñandú", "0351 15 455-0917"


@pytest.fixture(autouse=True)
def _leaves_traces(monkeypatch):
    """Delete as SQLite does by itself: some systems build theirs to overwrite what is deleted."""
    pragmas = (*database_module._PRAGMAS, "PRAGMA secure_delete = OFF")
    monkeypatch.setattr(database_module, "_PRAGMAS", pragmas)


@pytest.fixture
def zulema(database, write):
    number = write(make_client, NAME, phone=PHONE)
    write(adjust, number, 50_00)
    write(adjust, number, -50_00)
    # More than a page of the file, which leaves free ones when it goes.
    text = f"Hola {NAME}\n" * 1_000
    hello = MessageRequest(new_request(), number, MessageKind.STATEMENT, text, insist=True)
    write(record_message, hello)
    return number


@pytest.fixture
def order(database, folder, zulema, monkeypatch):
    """Give a way to run an order on the closed shop: its status, what it said, its complaints."""
    database.close()
    monkeypatch.chdir(folder)

    def run(*arguments):
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = cli.run(["--data", str(folder), *map(str, arguments)])
        return status, out.getvalue(), err.getvalue()

    return run


@pytest.fixture
def newest(folder, clock):
    """Return the last that was written down: its kind, who did it, of what, and its detail."""

    def read():
        database = open_shop(folder, create=False, clock=clock)
        with database.read() as work:
            row = events(work, AuditQuery(), limit=1)[0]
        database.close()
        return row.kind, row.user, row.subject, row.detail

    return read


def test_a_client_s_data_are_told(order, newest, zulema):
    status, told, _ = order("client", "file", zulema)
    assert status == 0
    assert f"Nombre: {NAME}" in told
    told = json.loads(order("client", "file", zulema, "--json")[1])
    assert told["client"]["phone"] == PHONE
    taken = AuditKind.EXPORT, "Administrador", NAME, "Datos personales · en la terminal"
    assert newest() == taken


@pytest.mark.parametrize("name", ["datos.json", "datos.pdf", "datos.txt"])
def test_they_go_to_a_file(order, newest, zulema, name):
    assert order("client", "file", zulema, "--out", name) == (0, f"Guardado: {name}.\n", "")
    if name.endswith(".json"):
        assert json.loads(Path(name).read_text("utf-8"))["client"]["name"] == NAME
    elif name.endswith(".pdf"):
        assert NAME in PdfReader(name).pages[0].extract_text()
    else:
        assert PHONE in Path(name).read_text("utf-8")
    assert newest()[3] == f"Datos personales · {name}"


def test_a_file_that_cannot_be_written_was_not_taken_out(order, newest, zulema):
    status, told, complaint = order("client", "file", zulema, "--out", "no/datos.json")
    assert (status, told) == (1, "")
    assert "no existe" in complaint
    assert newest()[0] is AuditKind.ADJUSTMENT


def test_nobody_is_left_once_it_is_said_yes(order, folder, clock, zulema):
    order_of = ("client", "anonymise", zulema, "--reason", "Lo pidió")
    status, told, complaint = order(*order_of)
    assert status == 1
    assert NAME in told
    assert "agregá --yes" in complaint
    assert order(*order_of, "--yes") == (
        0,
        f"Ahora es Cliente anónimo n.º {zulema}. Las copias hechas antes conservan sus datos.\n",
        "",
    )
    held = b"".join(path.read_bytes() for path in folder.glob(f"{FILE_NAME}*"))
    assert NAME.encode() not in held
    assert PHONE.encode() not in held
    database = open_shop(folder, create=False, clock=clock)
    with database.read() as work:
        assert get_client(work, zulema).anonymised
    database.close()


def test_what_is_taken_out_is_written_down(order, newest, folder):
    order("export", "clients", "--out", "lista.csv")
    assert newest() == (AuditKind.EXPORT, "Administrador", "Clientes", "lista.csv · 1 filas")
    order("backup", "copia.db")
    assert newest() == (AuditKind.BACKUP_MADE, "Administrador", "copia.db", "")
    order("backup")
    kind, _, name, _ = newest()
    assert (kind, name[:10]) == (AuditKind.BACKUP_MADE, "kioskifly-")
    assert order("backup", "no/existe/copia.db")[0] == 1
    kind, user, _, why = newest()
    assert (kind, user) == (AuditKind.BACKUP_FAILED, "Administrador")
    assert "no existe" in why or "no se puede" in why.lower()
    order("restore", "copia.db", "--yes")
    assert newest() == (AuditKind.RESTORE, "Administrador", "copia.db", "")


def test_with_the_window_open_it_is_done_all_the_same(order, newest, folder, clock):
    window = open_shop(folder, create=False, clock=clock)
    try:
        assert order("export", "clients", "--out", "lista.csv")[0] == 0
        assert order("backup", "copia.db")[0] == 0
        assert order("client", "file", 1)[0] == 0
    finally:
        window.close()
    assert newest()[0] is AuditKind.ADJUSTMENT
