"""A disk that fills during a copy: the ones before are as they were."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from kioskifly_desktop.adapters.backups import copy_facts, list_copies, make_copy
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import BackupFolderError

NOON = datetime(2026, 11, 22, 15, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 15, tzinfo=UTC)

LIMITED = """
import resource, sys
from datetime import datetime
from pathlib import Path
from kioskifly_desktop.adapters.backups import make_copy
from kioskifly_desktop.core.errors import BackupFolderError

shop, folder, most, passphrase, now = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
try:
    make_copy(Path(shop), Path(folder), passphrase=passphrase, now=datetime.fromisoformat(now))
except BackupFolderError as error:
    print(error)
"""


@pytest.mark.parametrize("passphrase", ["", "mate amargo"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_file_that_can_not_grow_leaves_the_old_copy_whole(folder, tmp_path, passphrase, part):
    usb = tmp_path / "usb"
    good = make_copy(folder / FILE_NAME, usb, passphrase=passphrase, now=NOON)
    before = good.path.read_bytes()
    most = round((folder / FILE_NAME).stat().st_size * part)
    arguments = [str(folder / FILE_NAME), str(usb), str(most), passphrase, LATER.isoformat()]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.startswith("No se pudo guardar la copia")
    assert done.stdout.endswith("Las copias anteriores siguen ahí.\n")
    assert list(usb.iterdir()) == [good.path]
    assert good.path.read_bytes() == before
    assert copy_facts(good.path, passphrase).shop == "Mi kiosco"


@pytest.fixture
def small_disk(folder, tmp_path):
    """Give a disk with room for a copy and a half."""
    place = tmp_path / "disk"
    place.mkdir()
    size = (folder / FILE_NAME).stat().st_size * 3 // 2
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disks can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("passphrase", ["", "mate amargo"])
def test_a_full_disk_leaves_the_old_copy_whole(folder, small_disk, passphrase):
    good = make_copy(folder / FILE_NAME, small_disk, passphrase=passphrase, now=NOON)
    before = good.path.read_bytes()
    for _ in range(2):
        with pytest.raises(BackupFolderError, match="no queda lugar en el disco"):
            make_copy(folder / FILE_NAME, small_disk, passphrase=passphrase, now=LATER)
    assert list(small_disk.iterdir()) == [good.path]
    assert list_copies(small_disk) == [good]
    assert good.path.read_bytes() == before
    assert copy_facts(good.path, passphrase).shop == "Mi kiosco"
