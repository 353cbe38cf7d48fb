"""The program killed 2,000 times at the counter: nothing lost, doubled or left half."""

import json
import subprocess
import sys

import pytest

KILLS, SEEDS = 500, (1, 2, 3, 4)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")


def killed(*words):
    order = (sys.executable, "-m", "tests.faults.kills", *map(str, words))
    told = subprocess.run(order, capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def test_a_payment_that_is_made_twice_is_caught(tmp_path):
    assert killed(tmp_path / "shop", 10, 1, "careless")["doubled"]


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_the_counter(tmp_path, seed):
    counts = killed(tmp_path / "shop", KILLS, seed)
    assert (counts["kills"], counts["lost"], counts["doubled"], counts["broken"]) == (
        KILLS,
        0,
        0,
        0,
    )
    assert counts["acknowledged"] > KILLS
