"""The power goes at any instant: what was not synced is lost, torn or kept as the disk pleases.

A run is recorded once, write by write; what the disk may hold after a cut is put together from it
and opened. Careless payments go through the same, to prove that they are caught.
"""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from kioskifly_desktop.core import database as database_module
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import register_payment
from tests.factories import BANK, add_debt, adjust, make_client, payment
from tests.faults.io import DELETE, SYNC, TRUNCATE, WRITE, library, watched

pytestmark = pytest.mark.skipif(library() is None, reason="sqlite3 has its SQLite built in")

CUTS, PAYMENTS, AMOUNT, SECTOR = 200, 150, 10_00, 512
SEED = 20261123
ACKNOWLEDGED = "acknowledged"


@dataclass
class Recording:
    """What a run wrote, in its order, over what there was."""

    before: dict[Path, bytes]
    client: int
    acts: list[tuple[str, Path | None, int, bytes]] = field(default_factory=list)

    def note(self, path, act, offset, data):
        self.acts.append((act, path, offset, data))
        return 0

    def acknowledge(self, request_id):
        self.acts.append((ACKNOWLEDGED, None, 0, request_id.encode()))

    def cut(self, at, dice):
        """Return the files as a disk may have them, and the payments acknowledged by then."""
        held = {path: bytearray(content) for path, content in self.before.items()}
        waiting: dict[Path, list[tuple[str, int, bytes]]] = {}
        acknowledged = []
        for act, path, offset, data in self.acts[:at]:
            if path is None:
                acknowledged.append(data.decode())
            elif act == DELETE:
                pass  # the log, empty by then: the disk may still have it
            elif act == SYNC:
                for each in waiting.pop(path, ()):
                    _apply(held.setdefault(path, bytearray()), *each)
            else:
                waiting.setdefault(path, []).append((act, offset, data))
        for path, writes in waiting.items():
            for act, offset, data in writes:
                for place in range(0, max(len(data), 1), SECTOR):
                    if dice.random() < 0.5:
                        part = data[place : place + SECTOR]
                        _apply(held.setdefault(path, bytearray()), act, offset + place, part)
        return held, acknowledged


def _apply(content, act, offset, data):
    if act == TRUNCATE:
        del content[offset:]
        return
    content.extend(bytes(max(offset + len(data) - len(content), 0)))
    content[offset : offset + len(data)] = data


def carefully(database, admin, client, number, recording):
    request = payment(client, AMOUNT, register=BANK, request_id=f"p{number}")
    with database.write(admin) as work:
        register_payment(work, request)
    recording.acknowledge(request.request_id)


def acknowledged_early(database, admin, client, number, recording):
    recording.acknowledge(f"p{number}")
    request = payment(client, AMOUNT, register=BANK, request_id=f"p{number}")
    with database.write(admin) as work:
        register_payment(work, request)


def in_two_transactions(database, admin, client, number, recording):
    with database.write(admin) as work:
        adjust(work, client, -AMOUNT)
    with database.write(admin) as work:
        adjust(work, client, AMOUNT)
        request = payment(client, AMOUNT, register=BANK, request_id=f"p{number}")
        register_payment(work, request)
    recording.acknowledge(request.request_id)


def record(folder, pay, payments):
    """Run payments in a shop of a folder, and return what they wrote."""
    database = open_shop(folder)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        client = make_client(work, "Ana")
        add_debt(work, client, PAYMENTS * AMOUNT)
    database.close()
    path = folder / FILE_NAME
    recording = Recording({path: path.read_bytes()}, client)
    with watched(recording.note):
        database = open_shop(folder, create=False)
        for number in range(payments):
            pay(database, admin, client, number, recording)
        database.close()
    return recording


def faults_after(held, acknowledged, client, folder, again="p"):
    """Return what is wrong in the shop that a disk holds: nothing, if it can be trusted.

    The payment that wasn't acknowledged is made `again`, as whoever pressed the button does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for path, content in held.items():
        (folder / path.name).write_bytes(content)
    database = open_shop(folder, create=False)
    try:
        with database.read() as work:
            found = list(check(work))
            admin = next(user for user in list_users(work) if user.is_admin)
        with database.write(admin) as work:
            last = f"{again}{len(acknowledged)}"
            register_payment(work, payment(client, AMOUNT, register=BANK, request_id=last))
        with database.read() as work:
            found += check(work)
            ids = [
                row[0]
                for row in work.db.exec_driver_sql(
                    "SELECT request_id FROM journal_entry WHERE kind = 'payment'"
                )
            ]
            paid = PAYMENTS * AMOUNT - get_client(work, client).balance
            if paid != get_register(work, BANK).balance:
                found.append("half of a payment")
            if len(ids) != len(acknowledged) + 1:
                found.append(f"{len(ids)} payments of {len(acknowledged) + 1}")
    finally:
        database.close()
    found += [f"{each} is lost" for each in acknowledged if each not in ids]
    return found


def cuts_of(recording, folder, count, **how):
    """Return what was wrong after each of many cuts."""
    dice = Random(SEED)
    begun = next(n for n, (act, *_) in enumerate(recording.acts) if act == WRITE)
    found = []
    for _ in range(count):
        held, acknowledged = recording.cut(dice.randint(begun, len(recording.acts)), dice)
        found.append(faults_after(held, acknowledged, recording.client, folder, **how))
    return found


def test_no_acknowledged_payment_is_lost_nor_any_left_half(tmp_path):
    recording = record(tmp_path / "shop", carefully, PAYMENTS)
    assert sum(act == SYNC for act, *_ in recording.acts) > PAYMENTS
    assert {path.name for _, path, *_ in recording.acts if path} == {FILE_NAME, f"{FILE_NAME}-wal"}
    found = cuts_of(recording, tmp_path / "cut", CUTS)
    assert [each for each in found if each] == []


@pytest.mark.parametrize("pay", [acknowledged_early, in_two_transactions])
def test_a_careless_payment_is_caught(tmp_path, pay):
    recording = record(tmp_path / "shop", pay, 20)
    assert any(cuts_of(recording, tmp_path / "cut", 60))


def test_a_payment_made_again_under_another_name_is_caught(tmp_path):
    recording = record(tmp_path / "shop", carefully, 20)
    assert any(cuts_of(recording, tmp_path / "cut", 60, again="another"))


def test_a_disk_that_is_not_waited_for_is_caught(tmp_path, monkeypatch):
    lax = tuple(each.replace("FULL", "NORMAL") for each in database_module._PRAGMAS)
    monkeypatch.setattr(database_module, "_PRAGMAS", lax)
    recording = record(tmp_path / "shop", carefully, 20)
    assert any(cuts_of(recording, tmp_path / "cut", 40))
