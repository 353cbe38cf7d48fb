"""Whatever the size of the text, no word is cut off on the screen of a kiosk."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QPushButton

from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table
from tests.clipped import clipped


@pytest.mark.long
@pytest.mark.parametrize("percent", [100, 125, 150])
def test_no_word_is_cut_off(tmp_path, percent):
    command = [sys.executable, "-m", "tests.clipped", tmp_path, str(percent), "1366", "768"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_words_without_room_are_found(window):
    words, push, paragraph = label("Monto a cobrar"), QPushButton("Cobrar"), label("a " * 200)
    paragraph.setWordWrap(True)
    for each in (words, push, paragraph):
        each.setParent(window)
        each.resize(400, 200)
        each.show()
    assert list(clipped(window)) == []
    for each in (words, push, paragraph):
        each.resize(40, 20)
    assert len(list(clipped(window))) == 3


def test_an_amount_without_room_is_found_in_its_table(window):
    columns = [Column("Monto", lambda _: "$ 119.313,12", right=True), Column("Nota", str)]
    rows = RowsModel(columns, lambda after, _: [1] if after is None else [], parent=window)
    rows.restart()
    table = rows_table(rows, "Movimientos", {0: 140})
    table.setParent(window)
    table.resize(420, 200)
    table.show()
    assert list(clipped(window)) == []
    table.setColumnWidth(0, 90)
    (found,) = clipped(window)
    assert "$ 119.313,12" in found
