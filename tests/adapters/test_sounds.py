import sys
import time
import wave

import pytest

from kioskifly_desktop import resources
from kioskifly_desktop.adapters.devices import SystemDevices
from kioskifly_desktop.core.sounds import Sound

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="players found on the path")


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Return the folder where alone programs are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def player(folder, name, lines):
    file = folder / name
    file.write_text(f'#!/bin/sh\necho "$0 $*" >> "{folder}/log"\n{lines}\n')
    file.chmod(0o755)


def heard(folder, count):
    log = folder / "log"
    until = time.monotonic() + 10
    while time.monotonic() < until:
        lines = log.read_text().splitlines() if log.exists() else []
        if len(lines) >= count:
            break
        time.sleep(0.02)
    return lines


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_is_a_short_file(sound):
    file = resources.ROOT / "sounds" / f"{sound}.wav"
    with wave.open(str(file)) as opened:
        assert 0.1 < opened.getnframes() / opened.getframerate() < 0.5
        assert opened.getnchannels() == 1
        assert any(opened.readframes(opened.getnframes()))
    assert file.stat().st_size < 10_000


def test_a_sound_is_played_by_the_first_player_there_is(path):
    player(path, "paplay", "exit 0")
    player(path, "aplay", "exit 0")
    assert SystemDevices().play(Sound.ERROR)
    (line,) = heard(path, 1)
    assert line.startswith(f"{path}/paplay ")
    assert line.endswith("/sounds/error.wav")


def test_a_player_that_fails_leaves_the_sound_to_the_next_one_from_then_on(path):
    player(path, "pw-play", "exit 1")
    player(path, "aplay", "exit 0")
    devices = SystemDevices()
    assert devices.play(Sound.PAID)
    assert [line.split()[0] for line in heard(path, 2)] == [f"{path}/pw-play", f"{path}/aplay"]
    assert devices.play(Sound.PAID)
    assert heard(path, 3)[2].split()[:2] == [f"{path}/aplay", "-q"]


def test_where_no_player_works_it_says_so(path):
    assert not SystemDevices().play(Sound.ERROR)
    player(path, "aplay", "exit 1")
    devices = SystemDevices()
    assert devices.play(Sound.ERROR)
    heard(path, 1)
    until = time.monotonic() + 10
    while devices.play(Sound.ERROR) and time.monotonic() < until:
        time.sleep(0.02)
    assert not devices.play(Sound.ERROR)


def test_a_player_that_hangs_keeps_nobody_waiting(path):
    player(path, "aplay", f"while [ ! -e {path}/enough ]; do /bin/sleep 0.05; done")
    devices = SystemDevices()
    try:
        # Each of these returns while the player of the first one still runs.
        assert all(devices.play(Sound.UNKNOWN) for _ in range(20))
        assert 1 <= len(heard(path, 1)) <= 3
    finally:
        (path / "enough").touch()
