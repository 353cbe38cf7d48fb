"""The guided tour goes through to its end, and leaves what it says."""

import os
import subprocess
import sys

import pytest


@pytest.mark.long
def test_the_tour_sells_charges_closes_and_leaves_its_pictures(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "kioskifly_desktop", "tour", "--out", tmp_path],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout.splitlines()
    assert any("cerró justa" in line for line in said)
    assert "Comprobé los libros: cierran." in said
    pictures = [path.stat().st_size for path in tmp_path.glob("*.png")]
    assert said[-1].startswith(f"Dejé {len(pictures)} imágenes")
    assert min(pictures) > 5_000
    assert {"recibo.escpos", "recibo.pdf", "recibo.txt"} <= {p.name for p in tmp_path.iterdir()}
