"""The program killed while it brings a shop of any earlier layout up to date."""

import json
import subprocess
import sys

import pytest

from kioskifly_desktop.core.migrations import REVISIONS

KILLS = 16

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="it forks"),
]


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_killed_while_it_upgrades(tmp_path, revision):
    words = (tmp_path, revision, KILLS, int(revision))
    order = (sys.executable, "-m", "tests.faults.upgrade_kills", *map(str, words))
    told = subprocess.run(order, capture_output=True, text=True, check=True)
    counts = json.loads(told.stdout)
    assert (counts["kills"], counts["half"], counts["lost"], counts["broken"]) == (KILLS, 0, 0, 0)
    assert counts["begun"] > 0
