"""The program killed 2,000 times at the counter: nothing lost, doubled or left half."""

import json
import subprocess
import sys

import pytest

KILLS, SEEDS = 500, (1, 2, 3, 4)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_the_counter(tmp_path, seed):
    order = (sys.executable, "-m", "tests.faults.kills", tmp_path / "shop", f"{KILLS}", f"{seed}")
    told = subprocess.run(order, capture_output=True, text=True, check=True)
    counts = json.loads(told.stdout)
    assert (counts["kills"], counts["lost"], counts["doubled"], counts["broken"]) == (
        KILLS,
        0,
        0,
        0,
    )
    assert counts["acknowledged"] > KILLS
