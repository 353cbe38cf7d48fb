"""Amounts, the ledger, registers and their sessions."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class AmountError(ShopError):
    """An amount must be understood without guessing."""

    sentence = QT_TRANSLATE_NOOP("errors", "No entiendo ese monto. Probá con 1500 o 1.500,50.")


class AmountMissingError(AmountError):
    """An amount is needed."""

    sentence = QT_TRANSLATE_NOOP("errors", "Escribí el monto.")


class AmountDecimalsError(AmountError):
    """Money has at most two decimals."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El monto lleva dos decimales como máximo: escribilo así, 1.500,50."
    )


class AmountRangeError(AmountError):
    """An amount is above zero and within what the books can hold."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El monto tiene que ser mayor que cero y de hasta {maximum}."
    )


class ReasonMissingError(ShopError):
    """A correction of money says why."""

    sentence = QT_TRANSLATE_NOOP("errors", "Escribí el motivo: queda guardado con el movimiento.")


class DebtLimitError(ShopError):
    """A purchase on account stays within the client's debt limit."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} pasaría su límite por {excess}. Cobrale al menos eso primero."
    )


class AccountDisabledError(ShopError):
    """A purchase on account needs the client's account enabled."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{name} no tiene habilitada la cuenta corriente. Cobrale ahora o habilitala en su ficha.",
    )


class DiscountError(ShopError):
    """A discount takes between nothing and all of a price."""

    sentence = QT_TRANSLATE_NOOP("errors", "El descuento va de 0 a 100 %.")


class OverdueError(ShopError):
    """A client with debts past the term buys no more on account."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{name} debe {overdue} desde hace {days} y su plazo es de {credit_days}. "
        "Cobrale al menos eso primero.",
    )


class AccountNotFoundError(ShopError):
    """An account of the books must exist."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No hay ninguna cuenta «{name}» en los libros. Sus nombres están en «Sumas y saldos».",
    )


class RegisterNotFoundError(ShopError):
    """A register must exist."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ninguna caja «{name}». Las cajas son: {names}.")


class RegisterArchivedError(ShopError):
    """An archived register takes no money."""

    sentence = QT_TRANSLATE_NOOP("errors", "La caja «{name}» está archivada. Elegí otra.")


class SessionOpenError(ShopError):
    """A register has one open session."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La caja «{register}» ya está abierta desde {since}. Cerrala antes de abrir otra."
    )


class NoOpenSessionError(ShopError):
    """Some acts need the register's session open."""

    sentence = QT_TRANSLATE_NOOP("errors", "La caja «{register}» está cerrada. Abrila primero.")


class NotEnoughCashError(ShopError):
    """No more cash is taken from a drawer than it holds."""

    sentence = QT_TRANSLATE_NOOP("errors", "En «{register}» hay {amount}: no podés sacar más.")


class SessionNotFoundError(ShopError):
    """A session must exist."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ningún turno de caja con el número {number}.")


class NotADrawerError(ShopError):
    """Only cash is counted: a bank or a virtual wallet has no sessions."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "«{register}» no es un cajón de efectivo: no lleva turnos."
    )


class SameRegisterError(ShopError):
    """A transfer is between two registers."""

    sentence = QT_TRANSLATE_NOOP("errors", "Elegí dos cajas distintas para pasar la plata.")


class CashCountError(AmountError):
    """What is counted in a drawer is known notes and coins, none of them missing."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Lo contado va de cero a {maximum}, en billetes que existen."
    )


class RegisterNameTakenError(ShopError):
    """Two registers don't share a name."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ya hay una caja «{name}». Ponele otro nombre.")


class RegisterBusyError(ShopError):
    """A register with money is not archived; neither is the last one."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La caja «{name}» no se puede archivar: tiene saldo o es la única."
    )


class CategoryNameTakenError(ShopError):
    """Two categories of expense don't share a name."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ya hay un concepto «{name}». Ponele otro nombre.")


class ExpenseCategoryError(ShopError):
    """Money that leaves is for a category in use, and the first always is."""

    sentence = QT_TRANSLATE_NOOP("errors", "Elegí para qué es la plata: ese concepto no se puede.")


class PaymentMethodError(ShopError):
    """A means of payment is one of those known."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No existe el medio de pago «{code}». Elegí uno de estos: {choices}."
    )


class RequestReusedError(ShopError):
    """A request identifier names one operation for ever."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El identificador «{request_id}» ya se usó para otra operación. Usá uno nuevo.",
    )


class RequestIdError(ShopError):
    """A request identifier is 1 to 64 printable characters."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El identificador del pedido lleva de 1 a 64 letras, números o guiones."
    )


class BalanceOverflowError(ShopError):
    """A balance stays within what the books can hold."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Con ese monto el saldo saldría de lo que el libro admite. Revisá el monto."
    )


class NotReversibleError(ShopError):
    """Only payments and adjustments are reversed from the wallet."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese movimiento no se puede anular desde acá.")


class AlreadyReversedError(ShopError):
    """An entry is reversed once."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese movimiento ya está anulado.")


class NoDisplayError(ShopError):
    """A window needs a screen."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No hay pantalla donde abrir la ventana. Abrí el programa desde el escritorio, "
        "o usá sus órdenes: kioskifly --help.",
    )
