"""Whatever the size of the text, no word is cut off on the screen of a kiosk."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QPushButton

from kioskifly_desktop.ui.widgets.labels import label
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
