"""The program killed while it brings clients and products in: all of them or none, and once."""

import json
import subprocess
import sys

import pytest

KILLS = 50

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")


def killed(*words):
    order = (sys.executable, "-m", "tests.faults.import_kills", *map(str, words))
    told = subprocess.run(order, capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def test_an_import_in_pieces_is_caught(tmp_path):
    assert killed(tmp_path, "clients", 800, 30, 1, "careless")["half"]


@pytest.mark.long
@pytest.mark.parametrize(("kind", "rows"), [("clients", 1_500), ("products", 600)])
def test_killed_while_it_imports(tmp_path, kind, rows):
    counts = killed(tmp_path, kind, rows, KILLS, 1)
    wrong = {name: counts[name] for name in ("half", "lost", "doubled", "broken")}
    assert wrong == dict.fromkeys(wrong, 0)
    assert counts["kills"] == KILLS
    assert 0 < counts["whole"] < KILLS
