"""Kiosk-IA: who writes the offers, what they may promise, and what leaves the computer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from kioskifly_desktop.core.catalog import categories
from kioskifly_desktop.core.contact import (
    MAX_QUIET_DAYS,
    MessageTerms,
    message_terms,
    save_message_terms,
)
from kioskifly_desktop.core.errors import (
    DiscountError,
    MarginError,
    OfferDaysError,
    OfferDiscountError,
    QuietDaysError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import fold, parse_percent
from kioskifly_desktop.core.offers import (
    MAX_VALID_DAYS,
    OfferTerms,
    offer_terms,
    save_offer_terms,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.plan import Feature, feature_missing
from kioskifly_desktop.core.sales import CASHIER_DISCOUNT
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.section import WIDTH, Section
from kioskifly_desktop.ui.settings.usual import Usual
from kioskifly_desktop.ui.settings.writer_form import WriterForm
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, verbatim
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_COLUMNS = 3


class BotSection(Section):
    """The owner's rules for Kiosk-IA; the plan's reason on top where it has none."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self._shown: tuple[OfferTerms, MessageTerms, tuple[str, ...]] | None = None
        self.missing = Notice("", "bot")
        self.missing.setMaximumWidth(WIDTH)
        self.column.addWidget(self.missing)
        self.form = WriterForm(shop, toasts)
        words = self.tr("El programa elige qué ofrecer y a qué precio; quien escribe solo lo dice.")
        self.add_card(self.tr("Quién escribe las ofertas"), words, self.form)
        self.boxes: dict[str, QCheckBox] = {}
        self._box_grid = QGridLayout()
        self._box_grid.setHorizontalSpacing(18)
        self.add_card(
            self.tr("Qué puede ofrecer"),
            self.tr("Solo productos con stock, al precio de hoy. El descuento lo respeta la caja."),
            self._figures(),
            label(self.tr("Rubros que no se ofrecen nunca"), "caption"),
            _wrapped(
                self.tr("De fábrica, los del tabaco: la ley 26.687 prohíbe hacerle publicidad.")
            ),
            self._box_grid,
        )
        self.add_card(
            self.tr("Qué sale de esta computadora"),
            self.tr(
                "Con textos propios, nada. Con un servicio, solo el objetivo, el tono, los "
                "productos con su precio, cuántas veces los llevó y hace cuánto que no viene: "
                "nunca nombres, documentos, teléfonos, domicilios ni deudas. «Ver qué se envía», "
                "en cada oferta, lo muestra tal cual. Los mensajes los mandás vos, por WhatsApp."
            ),
        )
        self.column.addStretch()
        self.setFocusProxy(self.form.writer)

    def _figures(self) -> QGridLayout:
        captions = (
            (
                "maximum_discount",
                self.tr("Descuento máximo"),
                self.tr(
                    "De fábrica 10 %. Más de {most} lo aplica un administrador en la venta."
                ).format(most=format_percent(CASHIER_DISCOUNT)),
            ),
            (
                "minimum_margin",
                self.tr("Margen mínimo"),
                self.tr("De fábrica 20 %, del precio ya descontado: que quede ganancia."),
            ),
            (
                "valid_days",
                self.tr("Vale por (días)"),
                self.tr("De fábrica 7: da tiempo a volver."),
            ),
            (
                "quiet_days",
                self.tr("Entre mensajes (días)"),
                self.tr("De fábrica 7, para no cansar. Antes, pide confirmar."),
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        self.fields: dict[str, Field] = {}
        usual = _figures_of(OfferTerms(), MessageTerms())
        for column, (name, caption, hint) in enumerate(captions):
            line = QLineEdit(maxLength=8)
            # Also by Enter.
            line.editingFinished.connect(self.save)
            self.fields[name] = Field(caption, line, hint=hint)
            grid.addWidget(self.fields[name], 0, column)
            grid.addWidget(Usual(line, usual[name], self.save), 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def refresh(self) -> None:
        """Read the rules; what is being changed stays."""
        super().refresh()
        missing = said(self.shop.read(feature_missing, Feature.OFFERS))
        self.missing.words.setText(missing)
        self.missing.setVisible(bool(missing))
        self.form.refresh()
        admin = self.shop.user.may(Permission.SETTINGS)
        stored = (
            self.shop.read(offer_terms),
            self.shop.read(message_terms),
            tuple(self.shop.read(categories)),
        )
        if stored != self._shown or not admin:
            self._shown = stored
            self._show(*stored)
        for each in (*(field.editor for field in self.fields.values()), *self.boxes.values()):
            each.setEnabled(admin)

    def _show(self, terms: OfferTerms, messages: MessageTerms, names: tuple[str, ...]) -> None:
        for name, words in _figures_of(terms, messages).items():
            self._line(name).setText(words)
            self.fields[name].clear_error()
        if tuple(self.boxes) != names:
            self._make_boxes(names)
        for name, box in self.boxes.items():
            box.setChecked(_is_excluded(name, terms))

    def _make_boxes(self, names: tuple[str, ...]) -> None:
        for box in self.boxes.values():
            self._box_grid.removeWidget(box)
            box.deleteLater()
        self.boxes = {name: QCheckBox(verbatim(name)) for name in names}
        for place, box in enumerate(self.boxes.values()):
            box.clicked.connect(self.save)
            self._box_grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        before: QWidget = self.fields["quiet_days"].editor
        for each in self.boxes.values():
            self.setTabOrder(before, each)
            before = each

    @Slot()
    def save(self) -> None:
        """Keep the rules if they changed, or say under its field what is wrong."""
        for field in self.fields.values():
            field.clear_error()
        try:
            written = self._written()
            if _same(*written, self.shop.read(offer_terms), self.shop.read(message_terms)):
                return
            self.shop.write(_save, *written)
        except ShopError as error:
            if error.field in self.fields:
                self.fields[error.field].set_error(words_of(error))
                self.fields[error.field].setFocus()
            else:
                self.toasts.show(words_of(error), error=True)
            return
        self.toasts.show(self.tr("Reglas de las ofertas guardadas."))

    def _written(self) -> tuple[OfferTerms, MessageTerms]:
        """Return the rules as written.

        Raises:
            ShopError: a figure is none.
        """
        known = self.shop.read(offer_terms)
        # A rule about a category that no product has yet stays.
        rest = [each for each in known.excluded if not any(_covers(each, n) for n in self.boxes)]
        off = [name for name, box in self.boxes.items() if box.isChecked()]
        terms = OfferTerms(
            minimum_margin=self._per_cent("minimum_margin", MarginError(field="minimum_margin")),
            maximum_discount=self._per_cent(
                "maximum_discount", OfferDiscountError(field="maximum_discount")
            ),
            valid_days=self._days(
                "valid_days", OfferDaysError(field="valid_days", maximum=MAX_VALID_DAYS)
            ),
            excluded=(*rest, *off),
        )
        quiet = QuietDaysError(field="quiet_days", maximum=MAX_QUIET_DAYS)
        return terms, MessageTerms(self._days("quiet_days", quiet))

    def _per_cent(self, name: str, wrong: ShopError) -> int:
        try:
            return parse_percent(self._line(name).text())
        except DiscountError:
            raise wrong from None

    def _days(self, name: str, wrong: ShopError) -> int:
        text = self._line(name).text().strip()
        if not text.isdecimal():
            raise wrong
        return int(text)

    def _line(self, name: str) -> QLineEdit:
        line = self.fields[name].editor
        assert isinstance(line, QLineEdit)
        return line


def _figures_of(terms: OfferTerms, messages: MessageTerms) -> dict[str, str]:
    return {
        "maximum_discount": format_percent(terms.maximum_discount),
        "minimum_margin": format_percent(terms.minimum_margin),
        "valid_days": str(terms.valid_days),
        "quiet_days": str(messages.quiet_days),
    }


def _wrapped(text: str) -> QLabel:
    result = label(text, "tiny")
    result.setWordWrap(True)
    return result


def _save(work: Work, terms: OfferTerms, messages: MessageTerms) -> None:
    save_offer_terms(work, terms)
    save_message_terms(work, messages)


def _same(
    terms: OfferTerms, messages: MessageTerms, kept: OfferTerms, kept_messages: MessageTerms
) -> bool:
    either_order = replace(terms, excluded=kept.excluded) == kept
    return either_order and set(terms.excluded) == set(kept.excluded) and messages == kept_messages


def _is_excluded(category: str, terms: OfferTerms) -> bool:
    return any(_covers(each, category) for each in terms.excluded)


def _covers(excluded: str, category: str) -> bool:
    """Tell whether a rule is about a category, as the offers understand it."""
    return bool(fold(excluded)) and fold(excluded) in fold(category)
