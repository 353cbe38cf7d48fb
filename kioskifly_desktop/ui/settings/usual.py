"""The small button that gives a setting back what it came with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable


class Usual(QPushButton):
    """Is seen while an input differs from its usual value, and writes that in it.

    `save` follows, where the input doesn't keep by itself what is written in it from code.
    """

    def __init__(
        self, editor: QWidget, usual: object, save: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setText(self.tr("Volver a lo normal"))
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._editor = editor
        self._usual = usual
        self._save = save
        self.clicked.connect(self.restore)
        if isinstance(editor, QCheckBox):
            editor.toggled.connect(self.follow)
        elif isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self.follow)
        elif isinstance(editor, Segments):
            editor.chosen.connect(self.follow)
        elif isinstance(editor, QLineEdit):
            editor.textChanged.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Be seen where there is something to give back, and who is there may."""
        self.setVisible(self._value() != self._usual and self._editor.isEnabled())

    @Slot()
    def restore(self) -> None:
        """Write the usual value."""
        editor, usual = self._editor, self._usual
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(usual))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(usual))
        elif isinstance(editor, Segments):
            editor.choose(usual)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(usual))
        editor.setFocus()
        if self._save is not None:
            self._save()

    def _value(self) -> object:
        editor = self._editor
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return editor.currentData()
        if isinstance(editor, Segments):
            return editor.value()
        assert isinstance(editor, QLineEdit)
        return editor.text()
