"""The form of a client: who they are, how to reach them, how their account works."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.clients import (
    Client,
    ClientRequest,
    add_client,
    edit_client,
    get_client,
)
from kioskifly_desktop.core.errors import AmountError, NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import format_date, parse_date, parse_percent
from kioskifly_desktop.core.fiscal import (
    DOCUMENT_NAMES,
    RULES,
    DocumentType,
    FiscalCondition,
    Verdict,
    check_document,
    format_document,
    validate_identity,
)
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.loyalty.terms_dialog import TermsDialog
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, ask
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit, NotABarcode

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SETTLE_MS = 250
_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ClientForm(Dialog):
    """Adds a client, with the `name` known so far, or edits the one given."""

    saved = Signal(int)
    """The client's id, once written."""

    def __init__(
        self,
        shop: Shop,
        toasts: ToastHost,
        parent: QWidget,
        client_id: int | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent, "", size=(860, 0))
        self._shop = shop
        self._toasts = toasts
        self._client_id = client_id
        self._saving = False
        self._build_inputs()
        self._lay_out()
        if client_id is None:
            self.set_title(self.tr("Nuevo cliente"))
            self.name.setText(name)
            self._fill_types(DocumentType.DNI)
        else:
            client = shop.read(get_client, client_id)
            self.set_title(self.tr("Editar cliente"), client.name)
            self._fill(client)
            self.terms_button = button(self.tr("Condiciones especiales"))
            self.terms_button.clicked.connect(self.open_terms)
            self.add_header_button(self.terms_button)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.check_document)
        self.account_enabled.toggled.connect(self._account_changed)
        self.condition.currentIndexChanged.connect(self._condition_changed)
        self.document_type.currentIndexChanged.connect(self._type_changed)
        self.document_number.textChanged.connect(self._settle_soon)
        self._type_changed()
        self._account_changed()
        self._opened_with = self._texts()
        self._trust_before = self._trust()
        self.sign = Sign(self.save_button, shop)
        self.account_enabled.toggled.connect(self._trust_changed)
        for line in (self.debt_limit, self.credit_days, self.discount):
            line.textChanged.connect(self._trust_changed)
        self.name.setFocus()

    @Slot()
    def _settle_soon(self) -> None:
        self._settle.start()

    def _build_inputs(self) -> None:
        self.name = QLineEdit(maxLength=120)
        self.birthday = QLineEdit(maxLength=10)
        self.birthday.setPlaceholderText(self.tr("dd/mm/aaaa"))
        self.condition = QComboBox()
        for rule in RULES.values():
            self.condition.addItem(rule.name, rule.condition)
        self._choose(self.condition, FiscalCondition.FINAL_CONSUMER)
        self.document_type = QComboBox()
        self.document_number = QLineEdit(maxLength=30)
        self.phone = QLineEdit(maxLength=40)
        self.email = QLineEdit(maxLength=120)
        self.address = QLineEdit(maxLength=160)
        self.method = QComboBox()
        self.method.addItem(self.tr("Sin preferencia"), None)
        for method, words in METHOD_NAMES.items():
            self.method.addItem(said(words), method)
        for combo in (self.condition, self.document_type, self.method):
            # Else the longest condición decides how wide its column is.
            combo.setSizeAdjustPolicy(_SHORT)
            combo.setMinimumContentsLength(12)
        self.debt_limit = MoneyEdit(least=0, compact=True)
        self.debt_limit.setPlaceholderText(self.tr("Sin límite"))
        self.account_enabled = QCheckBox(self.tr("Cuenta corriente habilitada"))
        self.account_enabled.setChecked(True)
        self.accepts_messages = QCheckBox(self.tr("Acepta mensajes"))
        self.accepts_messages.setChecked(True)
        refused = self.tr(
            "Si pide no recibir más mensajes, destildalo: queda anotado quién y cuándo."
        )
        self.accepts_messages.setToolTip(refused)
        self.credit_days = QLineEdit(maxLength=4)
        self.credit_days.setPlaceholderText(self.tr("Sin plazo"))
        self.discount = QLineEdit(maxLength=6)
        self.discount.setPlaceholderText(self.tr("Sin descuento"))
        for line in (self.credit_days, self.discount):
            line.setValidator(NotABarcode(line))
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(56)

    def _lay_out(self) -> None:
        number_hint = self.tr("Vacío: queda sin identificar.")
        days_hint = self.tr("Vencido, no se fía más.")
        discount_hint = self.tr("Se aplica solo en cada venta.")
        self.fields = {
            "name": Field(self.tr("Nombre o razón social"), self.name),
            "birthday": Field(self.tr("Cumpleaños"), self.birthday),
            "condition": Field(self.tr("Condición fiscal"), self.condition),
            "document_type": Field(self.tr("Documento"), self.document_type),
            "document_number": Field(self.tr("Número"), self.document_number, hint=number_hint),
            "phone": Field(self.tr("Teléfono"), self.phone),
            "email": Field(self.tr("E-mail"), self.email),
            "address": Field(self.tr("Dirección"), self.address),
            "accepts_messages": Field(self.tr("Acepta mensajes"), self.accepts_messages),
            "account_enabled": Field(self.tr("Cuenta corriente habilitada"), self.account_enabled),
            "debt_limit": Field(
                self.tr("Límite de fiado"), self.debt_limit, hint=self.tr("Hasta cuánto le fiás.")
            ),
            "credit_days": Field(self.tr("Plazo (días)"), self.credit_days, hint=days_hint),
            "discount": Field(self.tr("Descuento (%)"), self.discount, hint=discount_hint),
            "method": Field(self.tr("Medio de pago preferido"), self.method),
            "notes": Field(self.tr("Notas"), self.notes),
        }
        places = {
            "name": (0, 0, 4),
            "birthday": (0, 4, 2),
            "condition": (1, 0, 2),
            "document_type": (1, 2, 2),
            "document_number": (1, 4, 2),
            "phone": (2, 0, 2),
            "email": (2, 2, 2),
            "address": (2, 4, 2),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for name, (row, column, span) in places.items():
            grid.addWidget(self.fields[name], row, column, 1, span)
        grid.addWidget(self._terms(), 3, 0, 1, 6)
        # After them, as on the screen: a field placed before what it follows makes Tab go round.
        grid.addWidget(self.fields["notes"], 4, 0, 1, 6)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        for editor in self._lines():
            editor.returnPressed.connect(self.save)
        self.save_button = self.add_form_buttons(self.tr("Guardar"), self.save)
        chain = (
            *(field.editor for field in self.fields.values()),
            self.cancel_button,
            self.save_button,
        )
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _terms(self) -> QWidget:
        """Return a card of how the client buys: on account or not, and at which discount."""
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Condiciones de venta"), "subtitle"))
        head.addStretch(1)
        head.setSpacing(18)
        for name in ("accepts_messages", "account_enabled"):
            head.addWidget(self.fields[name])
            self.fields[name].message.hide()
        row = QHBoxLayout()
        row.setSpacing(14)
        for name, stretch in (
            ("debt_limit", 3),
            ("credit_days", 3),
            ("discount", 3),
            ("method", 4),
        ):
            row.addWidget(self.fields[name], stretch)
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 6, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(row)
        return frame

    @Slot()
    def save(self) -> None:
        """Write the client and close, or say under its field what is wrong."""
        if self._saving:
            return
        for field in self.fields.values():
            field.clear_error()
        self._saving = True
        try:
            request = self._request()
            if self._client_id is None:
                # From here on it is theirs: saved once more, it changes them and adds nobody.
                self._client_id = self._shop.write(add_client, request)
            else:
                self._shop.write(edit_client, self._client_id, request)
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.save)
            return
        except ShopError as error:
            self._show(error)
            return
        finally:
            self._saving = False
        self.accept()
        self._toasts.show(self.tr("{name} quedó guardado.").format(name=request.name.strip()))
        self.saved.emit(self._client_id)

    def reject(self) -> None:
        """Close, asking first if something typed would be lost."""
        if self._texts() == self._opened_with:
            super().reject()
            return
        ask(
            self,
            self.tr("¿Cerrar sin guardar?"),
            self.tr("Se pierde lo que cambiaste de este cliente."),
            self.tr("Cerrar sin guardar"),
            super().reject,
        )

    @Slot()
    def check_document(self) -> None:
        """Judge the number typed, under its field."""
        field, text = self.fields["document_number"], self.document_number.text().strip()
        field.clear_error()
        kind = DocumentType(self.document_type.currentData())
        if not text or kind is DocumentType.NONE:
            return
        condition = FiscalCondition(self.condition.currentData())
        check = check_document(kind, text, condition=condition)
        if check.verdict is Verdict.INVALID:
            try:
                validate_identity(condition, kind, text)
            except ShopError as error:
                field.set_error(words_of(error))
        elif check.verdict is Verdict.WARN:
            words = said(check.reason)
            field.set_warning(words[:1].upper() + words[1:] + ".")
        else:
            field.message.setText(format_document(kind, check.normalized))

    def _request(self) -> ClientRequest:
        kind, number = DocumentType(self.document_type.currentData()), self.document_number.text()
        condition = FiscalCondition(self.condition.currentData())
        if not number.strip() and DocumentType.NONE in RULES[condition].accepted:
            kind = DocumentType.NONE
        birthday = self.birthday.text().strip()
        method = self.method.currentData()
        return ClientRequest(
            name=self.name.text(),
            condition=condition,
            document_type=kind,
            document_number="" if kind is DocumentType.NONE else number,
            birthday=parse_date(birthday) if birthday else None,
            address=self.address.text(),
            phone=self.phone.text(),
            email=self.email.text(),
            notes=self.notes.toPlainText(),
            preferred_method=PaymentMethod(method) if method else None,
            debt_limit=self._limit(),
            credit_days=self._days(),
            account_enabled=self.account_enabled.isChecked(),
            accepts_messages=self.accepts_messages.isChecked(),
            discount=parse_percent(self.discount.text()) if self.discount.text().strip() else 0,
        )

    def _limit(self) -> Centavos | None:
        if not self.debt_limit.text().strip():
            return None
        try:
            return self.debt_limit.amount()
        except AmountError as error:
            error.field = "debt_limit"
            raise

    def _days(self) -> int | None:
        text = self.credit_days.text().strip()
        # What is no number is no term: the shop's rule says what one is.
        return None if not text else int(text) if text.isdecimal() else -1

    def _show(self, error: ShopError) -> None:
        name = {"document": "document_type", "": "name"}.get(error.field, error.field)
        field = self.fields[name]
        field.set_error(words_of(error))
        field.setFocus()
        self.scroller.ensureWidgetVisible(field)

    def _fill(self, client: Client) -> None:
        self._choose(self.condition, client.condition)
        self._fill_types(client.document_type)
        self._choose(self.method, client.preferred_method)
        for editor, text in (
            (self.name, client.name),
            (self.document_number, client.document_number),
            (self.birthday, format_date(client.birthday) if client.birthday else ""),
            (self.phone, client.phone),
            (self.email, client.email),
            (self.address, client.address),
        ):
            editor.setText(text)
            editor.setCursorPosition(0)
        self.notes.setPlainText(client.notes)
        if client.debt_limit is not None:
            self.debt_limit.set_amount(client.debt_limit)
        self.accepts_messages.setChecked(client.accepts_messages)
        self.account_enabled.setChecked(client.account_enabled)
        if client.credit_days is not None:
            self.credit_days.setText(str(client.credit_days))
        if client.discount:
            self.discount.setText(format_percent(client.discount).removesuffix("%").strip())

    @Slot()
    def open_terms(self) -> None:
        """Open what is agreed with the client besides; it is kept by itself."""
        assert self._client_id is not None, "a new client has no terms yet"
        TermsDialog(self._shop, self._toasts, self, self._client_id).open()

    @Slot()
    def _account_changed(self) -> None:
        """Leave the limits of the account to those who have one."""
        for line in (self.debt_limit, self.credit_days):
            line.setEnabled(self.account_enabled.isChecked())

    def _fill_types(self, wanted: DocumentType) -> None:
        accepted = RULES[FiscalCondition(self.condition.currentData())].accepted
        self.document_type.clear()
        for kind in accepted:
            self.document_type.addItem(DOCUMENT_NAMES[kind], kind)
        self._choose(self.document_type, wanted if wanted in accepted else accepted[0])

    @Slot()
    def _condition_changed(self) -> None:
        self.fields["document_type"].clear_error()
        self._fill_types(DocumentType(self.document_type.currentData()))
        self._type_changed()

    @Slot()
    def _type_changed(self) -> None:
        kind = self.document_type.currentData()
        if kind is None:
            return
        condition = FiscalCondition(self.condition.currentData())
        optional = DocumentType.NONE in RULES[condition].accepted
        self.document_number.setEnabled(kind != DocumentType.NONE)
        self.fields["document_number"].set_hint(
            self.tr("Vacío: queda sin identificar.") if optional else ""
        )
        self.check_document()

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (
            *(self.name, self.birthday, self.document_number, self.phone),
            *(self.email, self.address, self.debt_limit, self.credit_days, self.discount),
        )

    def _texts(self) -> tuple[str, ...]:
        combos = (self.condition, self.document_type, self.method)
        return (
            *(line.text() for line in self._lines()),
            *(combo.currentText() for combo in combos),
            self.notes.toPlainText(),
            str(self.account_enabled.isChecked()),
            str(self.accepts_messages.isChecked()),
        )

    def _trust(self) -> tuple[object, ...]:
        lines = (self.debt_limit, self.credit_days, self.discount)
        return (self.account_enabled.isChecked(), *(line.text() for line in lines))

    @Slot()
    def _trust_changed(self) -> None:
        changed = self._trust() != self._trust_before
        self.sign.need(Permission.CLIENT_TERMS if changed else None)

    @staticmethod
    def _choose(combo: QComboBox, value: object) -> None:
        combo.setCurrentIndex(combo.findData(value, Qt.ItemDataRole.UserRole))
