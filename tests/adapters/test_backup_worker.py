"""The thread that copies: by the clock, and as the shop closes."""

from datetime import timedelta
from itertools import pairwise

import pytest
from filelock import FileLock

from kioskifly_desktop.adapters.backup_worker import BackupWorker
from kioskifly_desktop.adapters.backups import copy_facts, list_copies
from kioskifly_desktop.adapters.keys import KeyStore
from kioskifly_desktop.adapters.vault import Vault
from kioskifly_desktop.core.backups import BackupSettings, copy_standing, save_backup_settings
from kioskifly_desktop.core.errors import BackupFolderMissingError, PassphraseUnsetError
from tests.factories import make_client


@pytest.fixture
def told():
    return []


@pytest.fixture
def vault(folder, tmp_path):
    return Vault(folder, KeyStore(tmp_path / "keys"))


@pytest.fixture
def worker(database, vault, told):
    return BackupWorker(database, vault, lambda: told.append(1))


@pytest.fixture
def copies(folder):
    return lambda: list_copies(folder / "copias")


def test_copies_are_made_every_so_many_hours(worker, copies, clock, write, told):
    write(save_backup_settings, BackupSettings(hours=2))
    assert worker.step() == 0
    assert worker.step() == 600  # it looks again: the clock can be set
    made = [clock.now]
    for _ in range(24):
        clock.move(minutes=30)
        worker.step()
        if len(told) > len(made):
            made.append(clock.now)
    assert {late - soon for soon, late in pairwise(made)} == {timedelta(hours=2)}
    assert len(made) == 7
    assert len(copies()) == 1 + (made[0].date() != made[-1].date())


def test_none_by_the_clock(worker, copies, write):
    write(save_backup_settings, BackupSettings(hours=0))
    assert worker.step() is None
    assert copies() == []


def test_a_stick_that_is_missing_is_told_and_tried_again(
    worker, clock, write, read, told, tmp_path
):
    stick = tmp_path / "usb"
    write(save_backup_settings, BackupSettings(folder=str(stick), hours=4))
    assert worker.step() == 0
    assert "Si es un pendrive, enchufalo" in read(copy_standing).trouble
    assert told == [1]
    assert not stick.exists()
    assert worker.step() == 600
    stick.mkdir()
    clock.move(minutes=14)
    worker.step()
    assert list_copies(stick) == []
    clock.move(minutes=1)
    worker.step()
    (copy,) = list_copies(stick)
    assert read(copy_standing).trouble == ""
    assert worker._vault.found() == [copy]


def test_sealed_copies_need_words(worker, vault, write, copies):
    write(save_backup_settings, BackupSettings(sealed=True))
    with pytest.raises(PassphraseUnsetError):
        worker.copy_now()
    vault.keep_passphrase("mate amargo")
    row = worker.copy_now()
    assert row.sealed
    assert copies() == [row]
    assert vault.facts(row.path).shop == "Mi kiosco"


def test_a_copy_that_can_not_be_made_says_why(worker, write, read, tmp_path):
    write(save_backup_settings, BackupSettings(folder=str(tmp_path / "usb")))
    with pytest.raises(BackupFolderMissingError):
        worker.copy_now()
    assert "pendrive" in read(copy_standing).trouble


def test_the_close_leaves_a_copy_of_all(worker, copies, write, clock):
    write(save_backup_settings, BackupSettings(hours=0))
    worker.start()
    write(make_client, "Ana")
    assert worker.stop(60, copy=True)
    (copy,) = copies()
    assert copy_facts(copy.path).clients == 1


@pytest.mark.parametrize(("on_close", "asked"), [(False, True), (True, False)])
def test_a_close_without_a_copy(worker, copies, write, on_close, asked):
    write(save_backup_settings, BackupSettings(hours=0, on_close=on_close))
    worker.start()
    assert worker.stop(60, copy=asked)
    assert copies() == []


def test_a_close_does_not_wait_for_ever_and_leaves_nothing_half(
    worker, database, folder, copies, write
):
    write(save_backup_settings, BackupSettings(hours=0))
    with FileLock(folder / "copying.lock", thread_local=False):
        worker.start()
        assert not worker.stop(0.05, copy=True)
        database.close()
        assert copies() == []
        assert [path.name for path in folder.glob("copias/*")] == []
    worker._thread.join(60)
    assert [copy_facts(copy.path).shop for copy in copies()] in ([], ["Mi kiosco"])


def test_a_worker_that_wakes_copies_in_its_thread(worker, copies, told):
    worker.start()
    worker.wake()
    while not told:
        worker._thread.join(0.01)
    assert worker.stop(60, copy=False)
    assert len(copies()) == 1
