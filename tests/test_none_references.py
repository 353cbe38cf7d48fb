"""PySide6 6.12 on Python 3.11 gave `None`, `True` and `False` away until the interpreter aborted.

See docs/decisions/0002-pyside-below-6-12.md.
"""

import gc
import sys

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QLabel, QTableWidget, QTableWidgetItem

CALLS = 2_000
# Losing one reference a call would lose CALLS; other parts of the program hold and drop a few.
SLACK = 200

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None, True and False are immortal since Python 3.12"
)


def _label(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    return lambda: label.setText("a")


def _table(qtbot):
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    return lambda: table.setItem(0, 0, QTableWidgetItem("a"))


def _model(_qtbot):
    model = QStandardItemModel()
    return lambda: model.appendRow(QStandardItem("a"))


def _check_box(qtbot):
    box = QCheckBox()
    qtbot.addWidget(box)

    def call():
        box.setChecked(not box.isChecked())
        box.isEnabled()
        box.isVisible()

    return call


@pytest.fixture
def _no_garbage():
    """Keep what earlier tests left behind from being freed, with its constants, while counting."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_garbage")
@pytest.mark.parametrize("prepare", [_label, _table, _model, _check_box])
def test_qt_calls_keep_the_references_of_constants(qtbot, prepare):
    call = prepare(qtbot)
    call()
    before = [sys.getrefcount(constant) for constant in (None, True, False)]

    for _ in range(CALLS):
        call()

    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    lost = [b - a for b, a in zip(before, after, strict=True)]
    assert max(lost) < SLACK, dict(zip(("None", "True", "False"), lost, strict=True))
