"""What a client said of messages: the last word counts, and all of them stay."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from kioskifly_desktop.core.clients import (
    ClientQuery,
    ClientRequest,
    consent_history,
    delete_client,
    edit_client,
    get_client,
    list_clients,
)
from kioskifly_desktop.core.database import FILE_NAME
from tests.factories import make_client

YES = ClientRequest("Ana")
NO = replace(YES, accepts_messages=False)


def said(read, client):
    return [(row.accepts, row.user) for row in read(consent_history, client)]


def test_who_said_nothing_takes_messages(write, read):
    client = write(make_client)
    assert read(get_client, client).accepts_messages
    assert said(read, client) == []


def test_each_change_of_mind_is_kept_with_who_heard_it_and_when(write, read, clock, admin, cashier):
    client = write(make_client, "Ana", accepts_messages=False)
    first = clock.now
    clock.move(days=1)
    write(edit_client, client, YES, user=cashier)
    write(edit_client, client, replace(YES, phone="351 455-0917"), user=cashier)  # nothing new
    clock.move(days=1)
    write(edit_client, client, NO)
    write(edit_client, client, replace(NO, notes="Vive enfrente"))

    assert not read(get_client, client).accepts_messages
    assert said(read, client) == [(False, admin.name), (True, cashier.name), (False, admin.name)]
    assert read(consent_history, client)[-1].at == first
    assert read(consent_history, client)[0].at == clock.now


def test_the_list_tells_who_takes_messages(write, read):
    write(make_client, "Ana", accepts_messages=False)
    write(make_client, "Beto")
    rows = read(list_clients, ClientQuery())
    assert {row.name: row.accepts_messages for row in rows} == {"Ana": False, "Beto": True}


def test_what_was_said_goes_with_the_client_and_only_then(write, read, folder, everything):
    before = everything()
    client = write(make_client, accepts_messages=False)
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        for act in ("UPDATE client_consent SET accepts = 1", "DELETE FROM client_consent"):
            with pytest.raises(sqlite3.IntegrityError, match="client_consent only grows"):
                raw.execute(act)
    assert said(read, client)
    write(delete_client, client)
    assert everything() | {"audit_event": before["audit_event"]} == before
