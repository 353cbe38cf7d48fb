"""Where and when copies are made, and when the last good one is old."""

from datetime import timedelta
from pathlib import Path

import pytest

from kioskifly_desktop.core.backups import (
    NO_MARK,
    BackupSettings,
    backup_settings,
    checked_passphrase,
    copy_mark,
    copy_standing,
    give_mark,
    next_copy_at,
    note_copy,
    note_failed_copy,
    save_backup_settings,
)
from kioskifly_desktop.core.errors import (
    BackupHoursError,
    NotAllowedError,
    PassphraseShortError,
)
from kioskifly_desktop.core.wallet import AdjustmentRequest, adjust_balance
from tests.factories import make_client, new_request


def first_entry(work):
    request = AdjustmentRequest(new_request(), make_client(work), 100_00, "Cuaderno")
    return adjust_balance(work, request)


def test_settings_are_kept_and_administration_s(read, write, cashier, tmp_path):
    assert read(backup_settings).place(tmp_path) == tmp_path / "copias"
    wanted = BackupSettings(folder=str(tmp_path / "ñandú"), hours=8, on_close=False, sealed=True)
    write(save_backup_settings, wanted)
    assert read(backup_settings) == wanted
    assert wanted.place(Path("shop")) == tmp_path / "ñandú"
    with pytest.raises(NotAllowedError):
        write(save_backup_settings, BackupSettings(), user=cashier)
    for hours in (-1, 25):
        with pytest.raises(BackupHoursError):
            write(save_backup_settings, BackupSettings(hours=hours))


def test_no_copy_is_missed_before_the_first_week_is_over(read, write, clock):
    clock.move(days=30)
    assert not read(copy_standing).old
    write(first_entry)
    clock.move(days=7)
    assert not read(copy_standing).old
    clock.move(seconds=1)
    assert read(copy_standing).old


def test_a_copy_of_three_days_is_old(read, write, clock):
    write(lambda work: note_copy(work, work.now))
    made = clock.now
    clock.move(days=3)
    assert (read(copy_standing).last, read(copy_standing).old) == (made, False)
    clock.move(seconds=1)
    assert read(copy_standing).old


def test_trouble_stays_until_a_good_copy_or_other_settings(read, write):
    write(note_failed_copy, "No queda lugar.")
    assert read(copy_standing).trouble == "No queda lugar."
    write(lambda work: note_copy(work, work.now))
    assert read(copy_standing).trouble == ""
    write(note_failed_copy, "No queda lugar.")
    write(save_backup_settings, BackupSettings())
    assert read(copy_standing).trouble == ""


def test_the_next_copy_is_so_many_hours_after_the_last(read, write, clock):
    assert read(next_copy_at) == clock.now
    write(lambda work: note_copy(work, work.now))
    assert read(next_copy_at) == clock.now + timedelta(hours=4)
    clock.move(days=-1)  # the computer's clock was put right
    assert read(next_copy_at) == clock.now
    write(save_backup_settings, BackupSettings(hours=0))
    assert read(next_copy_at) is None


def test_a_shop_gets_its_mark_once(read, write):
    assert read(copy_mark) == NO_MARK
    write(give_mark)
    mark = read(copy_mark)
    write(give_mark)
    assert read(copy_mark) == mark != NO_MARK
    assert len(mark) == len(NO_MARK)


def test_words_seal_the_same_however_they_were_composed():
    assert (
        checked_passphrase(" man\u0303ana frí\u0301a".replace("í\u0301", "i\u0301"))
        == "mañana fría"
    )
    with pytest.raises(PassphraseShortError):
        checked_passphrase("  corta  ")
