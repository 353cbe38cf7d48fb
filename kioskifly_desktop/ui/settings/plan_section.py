"""Plan: what the shop's plan gives, how much of it is used, and the key of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QVBoxLayout

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_date
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.plan import (
    FEATURE_NAMES,
    LIMIT_NAMES,
    Feature,
    Limit,
    Plan,
    Use,
    install_plan,
    plan_status,
    plan_uses,
)
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.icons import icon_label, set_label_icon
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_ICONS = {Limit.CLIENTS: "users", Limit.USERS: "user", Limit.REGISTERS: "banknote"}


class PlanSection(Section):
    """The plan in force, its limits with their use, its features, and the field for a key."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self.problem = Notice("")
        self.name = label("", "subtitle")
        self.until = label("", "muted")
        self.uses: dict[Limit, QLabel] = {}
        self.bars: dict[Limit, QProgressBar] = {}
        self.marks: dict[Feature, QLabel] = {}
        self.features: dict[Feature, QLabel] = {}
        self.add_card(
            self.tr("Tu plan"),
            self.tr("Lo que ya cargaste sigue andando siempre, aunque el plan venza."),
            self.problem,
            self._head(),
            self._limits(),
            self._features(),
        )
        self.key = QLineEdit()
        self.key.setPlaceholderText("KIOSKI-…")
        self.key.returnPressed.connect(self.install)
        self.key_field = Field(
            self.tr("Clave del plan"),
            self.key,
            hint=self.tr("Pegala tal como te llegó. No hace falta internet."),
        )
        self.install_button = button(self.tr("Cargar"), "primary", icon_name="check")
        self.install_button.clicked.connect(self.install)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.key_field, 1)
        # Beside the input, between its caption and its message.
        place = QVBoxLayout()
        place.addSpacing(self.key_field.caption.sizeHint().height() + 5)
        place.addWidget(self.install_button)
        place.addStretch()
        row.addLayout(place)
        words = self.tr("La clave te la da quien te vendió Kioskifly, y reemplaza a la anterior.")
        self.add_card(self.tr("Cambiar de plan"), words, row)
        self.column.addStretch()
        self.setFocusProxy(self.key)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.name)
        row.addWidget(self.until)
        row.addStretch()
        return row

    def _limits(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        for row, limit in enumerate(Limit):
            self.uses[limit] = label("")
            self.uses[limit].setMinimumWidth(190)
            self.bars[limit] = QProgressBar()
            self.bars[limit].setTextVisible(False)
            self.bars[limit].setProperty("tone", "action")
            self.bars[limit].setMinimumWidth(80)
            self.bars[limit].setMaximumWidth(320)
            self.bars[limit].setAccessibleName(said(LIMIT_NAMES[limit][1]).capitalize())
            grid.addWidget(icon_label(_ICONS[limit], "text_secondary", 18), row, 0)
            grid.addWidget(self.uses[limit], row, 1)
            grid.addWidget(self.bars[limit], row, 2)
        return grid

    def _features(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, feature in enumerate(Feature):
            self.marks[feature] = icon_label("check", "credit", 18)
            self.features[feature] = label("")
            grid.addWidget(self.marks[feature], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.features[feature], row, 1)
        return grid

    def refresh(self) -> None:
        """Read the plan and its use; the key being typed stays."""
        super().refresh()
        admin = self.shop.user.may(Permission.SETTINGS)
        self.key.setEnabled(admin)
        self.install_button.setVisible(admin)
        status = self.shop.read(plan_status)
        self.problem.words.setText(status.problem)
        self.problem.setVisible(bool(status.problem))
        self._show_plan(status.plan)
        for use in self.shop.read(plan_uses):
            self._show_use(use)

    def _show_plan(self, plan: Plan) -> None:
        self.name.setText(self.tr("Plan {name}").format(name=plan.name))
        until = (
            self.tr("Vence el {day}").format(day=format_date(plan.expires))
            if plan.expires
            else self.tr("Sin vencimiento")
        )
        self.until.setText(until)
        for feature, line in self.features.items():
            has = feature in plan.features
            words = said(FEATURE_NAMES[feature])
            line.setText(words if has else self.tr("{feature}: no incluida").format(feature=words))
            set_tone(line, "" if has else "muted")
            if has:
                set_label_icon(self.marks[feature], "check", "credit", 18)
            else:
                set_label_icon(self.marks[feature], "x", "text_tertiary", 18)

    def _show_use(self, use: Use) -> None:
        line, bar = self.uses[use.limit], self.bars[use.limit]
        full = use.most is not None and use.used >= use.most
        words = said(use.words)
        line.setText(self.tr("{use}: completo").format(use=words) if full else words)
        set_tone(line, "warning" if full else "")
        bar.setVisible(use.most is not None)
        if use.most is not None:
            bar.setRange(0, max(use.most, 1))
            bar.setValue(min(use.used, use.most))

    @Slot()
    def install(self) -> None:
        """Give the shop the plan of the key typed, or say under it what is wrong."""
        self.key_field.clear_error()
        try:
            plan = self.shop.write(install_plan, self.key.text())
        except ShopError as error:
            self.key_field.set_error(words_of(error))
            self.key.setFocus()
            return
        self.key.clear()
        self.toasts.show(self.tr("El negocio tiene el plan {name}.").format(name=plan.name))
