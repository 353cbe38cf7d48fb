"""The first steps of a shop: each is kept as one goes on, and what is left comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kioskifly_desktop.core.first_run import FirstStep, next_step
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.ui.exchange.import_dialog import ImportDialog
from kioskifly_desktop.ui.first_run.administrator_step import AdministratorStep
from kioskifly_desktop.ui.first_run.printer_step import PrinterStep
from kioskifly_desktop.ui.first_run.shop_step import ShopStep
from kioskifly_desktop.ui.first_run.start_step import Start, StartStep
from kioskifly_desktop.ui.first_run.step import Step, StepLine
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import key_hints

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class FirstRunDialog(Dialog):
    """Four steps; Enter goes on, Esc and Alt with the left arrow go back."""

    def __init__(self, shop: Shop, toasts: ToastHost, window: QWidget) -> None:
        super().__init__(window, "", size=(900, 640))
        self._shop = shop
        self._toasts = toasts
        self.line = StepLine(
            (
                self.tr("Negocio"),
                self.tr("Administrador"),
                self.tr("Impresora"),
                self.tr("Para empezar"),
            )
        )
        self.steps: tuple[Step, ...] = (
            ShopStep(shop),
            AdministratorStep(shop),
            PrinterStep(shop),
            StartStep(shop),
        )
        self._at = FirstStep.SHOP
        self.body.addWidget(self.line)
        for step in self.steps:
            # No stacked widget: it would take the room of the tallest for each.
            self.body.addWidget(step, 1)
            step.hide()
            step.forward_changed.connect(self._name_buttons)
            step.done.connect(self._advance)
        self.back_button = button(self.tr("Atrás"), icon_name="chevron-left")
        self.back_button.clicked.connect(self.back)
        self.forward_button = button("", "primary")
        self.forward_button.clicked.connect(self.forward)
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.back_button)
        hints = key_hints((("Enter", self.tr("Seguir")), ("Esc", "")))
        self._escape: QLabel = hints.findChildren(QLabel)[-1]
        row.addWidget(hints)
        self.add_buttons(self.forward_button, left=left)
        for keys, act in (("Alt+Left", self.back), ("Alt+Right", self.forward)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.show_step(shop.read(next_step))

    @property
    def step(self) -> FirstStep:
        """The step at hand."""
        return self._at

    def show_step(self, step: FirstStep) -> None:
        """Show a step, from its top."""
        shown = self.steps[step]
        self.steps[self._at].hide()
        self._at = step
        shown.show()
        self.set_title(shown.title, shown.subtitle)
        self.line.show_step(step)
        first = step is FirstStep.SHOP
        self.back_button.setVisible(not first)
        self._escape.setText(self.tr("Dejar para después") if first else self.tr("Volver"))
        self._name_buttons()
        shown.begin()
        self.scroller.verticalScrollBar().setValue(0)

    @Slot()
    def _name_buttons(self) -> None:
        words = self.steps[self.step].forward_words()
        self.forward_button.setText(words)
        self.forward_button.setAccessibleName(words)

    @Slot()
    def forward(self) -> None:
        """Keep the step at hand and go to the next; after the last one, begin."""
        if self.steps[self.step].go_on():
            self._advance()
        else:
            # Once what it says has its place.
            QTimer.singleShot(0, self, self._look_at_focus)

    @Slot()
    def _look_at_focus(self) -> None:
        focus: QWidget | None = self.focusWidget()
        if focus is not None and self.steps[self._at].isAncestorOf(focus):
            self.scroller.ensureWidgetVisible(focus, 0, px(40))

    @Slot()
    def _advance(self) -> None:
        if self.step is not FirstStep.START:
            self.show_step(FirstStep(self.step + 1))
            return
        last = self.steps[FirstStep.START]
        assert isinstance(last, StartStep)
        self.accept()
        if last.choice() is Start.IMPORT:
            ImportDialog(self._shop, ImportKind.CLIENTS, self._toasts, self._owner).open()
        elif last.choice() is Start.EXAMPLE:
            self._shop.example_wanted.emit()

    @Slot()
    def back(self) -> None:
        """Go to the step before; from the first one, nowhere."""
        if self.step is not FirstStep.SHOP:
            self.show_step(FirstStep(self.step - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, wherever the focus is; back with Esc, that leaves at the first step."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.forward()
        elif event.key() == Qt.Key.Key_Escape and self.step is not FirstStep.SHOP:
            self.back()
        else:
            super().keyPressEvent(event)
