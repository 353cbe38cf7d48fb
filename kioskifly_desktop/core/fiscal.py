"""Condiciones fiscales and identity documents, as ARCA numbers them.

Source: RG 5616 (condición of the receiver) and RG 1415, annex II (document each one needs).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import (
    DocumentNotAcceptedError,
    DocumentNumberError,
    DocumentTypeError,
    FiscalConditionError,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class DocumentType(IntEnum):
    """A document by ARCA's `DocTipo`."""

    CUIT = 80
    CUIL = 86
    CDI = 87
    LE = 89
    LC = 90
    FOREIGN_ID = 91
    PASSPORT = 94
    DNI = 96
    NONE = 99


class FiscalCondition(IntEnum):
    """A condición frente al IVA by ARCA's `CondicionIVAReceptorId`."""

    REGISTERED = 1
    EXEMPT = 4
    FINAL_CONSUMER = 5
    MONOTRIBUTO = 6
    UNCATEGORIZED = 7
    FOREIGN_SUPPLIER = 8
    FOREIGN_CLIENT = 9
    VAT_FREE = 10
    SOCIAL_MONOTRIBUTO = 13
    NOT_REACHED = 15
    PROMOTED_MONOTRIBUTO = 16


@dataclass(frozen=True, slots=True)
class FiscalRule:
    """What a condición accepts, and the letter it gets from each kind of issuer."""

    condition: FiscalCondition
    name: str
    short_name: str
    accepted: tuple[DocumentType, ...]
    letter_from_registered: str
    letter_from_monotributo: str


_C, _D = FiscalCondition, DocumentType
_COMPANY = (_D.CUIT,)
_ABROAD = (_D.CUIT, _D.PASSPORT, _D.FOREIGN_ID)
# In the order people are offered them: a kiosk's clients are final consumers.
_PERSON = (
    *(_D.DNI, _D.CUIL, _D.CUIT, _D.CDI, _D.PASSPORT, _D.FOREIGN_ID),
    *(_D.LE, _D.LC, _D.NONE),
)

RULES: Mapping[FiscalCondition, FiscalRule] = MappingProxyType(
    {
        condition: FiscalRule(condition, name, short_name, accepted, letter, "C")
        for condition, name, short_name, accepted, letter in (
            (_C.REGISTERED, "IVA Responsable Inscripto", "Resp. Inscripto", _COMPANY, "A"),
            (_C.EXEMPT, "IVA Sujeto Exento", "Exento", _COMPANY, "B"),
            (_C.FINAL_CONSUMER, "Consumidor Final", "Cons. Final", _PERSON, "B"),
            (_C.MONOTRIBUTO, "Responsable Monotributo", "Monotributo", _COMPANY, "A"),
            (_C.UNCATEGORIZED, "Sujeto No Categorizado", "No Categorizado", _COMPANY, "B"),
            (_C.FOREIGN_SUPPLIER, "Proveedor del Exterior", "Prov. Exterior", _ABROAD, "B"),
            (_C.FOREIGN_CLIENT, "Cliente del Exterior", "Cliente Exterior", _ABROAD, "B"),
            (_C.VAT_FREE, "IVA Liberado - Ley 19.640", "IVA Liberado", _COMPANY, "B"),
            (_C.SOCIAL_MONOTRIBUTO, "Monotributista Social", "Mono. Social", _COMPANY, "A"),
            (_C.NOT_REACHED, "IVA No Alcanzado", "No Alcanzado", _COMPANY, "B"),
            (
                _C.PROMOTED_MONOTRIBUTO,
                "Monotributo Trabajador Independiente Promovido",
                "Mono. Promovido",
                _COMPANY,
                "A",
            ),
        )
    }
)

DOCUMENT_NAMES: Mapping[DocumentType, str] = MappingProxyType(
    {
        _D.CUIT: "CUIT",
        _D.CUIL: "CUIL",
        _D.CDI: "CDI",
        _D.LE: "LE",
        _D.LC: "LC",
        _D.FOREIGN_ID: "Documento extranjero",
        _D.PASSPORT: "Pasaporte",
        _D.DNI: "DNI",
        _D.NONE: "Sin identificar",
    }
)


class Verdict(StrEnum):
    """What a document number deserves: to pass, a second look, or refusal."""

    VALID = "valid"
    WARN = "warn"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """A verdict; `normalized` is what is stored, `reason` a Spanish fragment unless valid."""

    verdict: Verdict
    normalized: str
    reason: str


PSEUDO_CUIT = "23000000000"
"""The CUIT that stands for anybody not categorized; no one else's."""

_TAX_KEYS = (_D.CUIT, _D.CUIL, _D.CDI)
_NATIONAL = (_D.DNI, _D.LE, _D.LC)
_KEY_DIGITS = 11
_PSEUDO_REASON = Phrase("23-00000000-0 solo va con «Sujeto No Categorizado»")
_UNLISTED_PREFIXES = ("25", "26")
_NOT_A_PERSON = ("30", "33", "34", "50", "51", "55")
_SHAPES: Mapping[DocumentType, tuple[re.Pattern[str], str]] = {
    _D.DNI: (re.compile(r"\d{7,8}"), Phrase("el DNI lleva 7 u 8 dígitos")),
    _D.LE: (re.compile(r"\d{6,8}"), Phrase("la libreta lleva de 6 a 8 dígitos")),
    _D.LC: (re.compile(r"\d{6,8}"), Phrase("la libreta lleva de 6 a 8 dígitos")),
    _D.PASSPORT: (
        re.compile(r"(?=.*\d)[A-Z0-9]{5,15}"),
        Phrase("lleva de 5 a 15 letras y números"),
    ),
    _D.FOREIGN_ID: (
        re.compile(r"(?=.*\d)[A-Z0-9]{4,20}"),
        Phrase("lleva de 4 a 20 letras y números"),
    ),
}


def check_document(
    document_type: DocumentType, text: str, *, condition: FiscalCondition | None = None
) -> DocumentCheck:
    """Judge a document number as typed; `condition` settles the pseudo CUIT, else a warning."""
    number = _compact(text)
    if document_type is _D.NONE and number == "0":
        number = ""  # ARCA's own way to say that there is none
    if document_type in _NATIONAL and len(number) > 1:
        number = number.lstrip("0") or number
    if refusal := _refusal(document_type, number, condition):
        return DocumentCheck(Verdict.INVALID, "", refusal)
    doubt = _doubt(document_type, number, condition)
    return DocumentCheck(Verdict.WARN if doubt else Verdict.VALID, number, doubt)


def format_document(document_type: DocumentType, number: str) -> str:
    """Write a stored document as read aloud: `DNI 20.123.456`, `CUIT 20-12345678-6`."""
    if document_type is _D.NONE:
        return ""
    if document_type in _TAX_KEYS:
        number = f"{number[:2]}-{number[2:10]}-{number[10:]}"
    elif document_type in _NATIONAL:
        number = f"{int(number):,}".replace(",", ".")
    return f"{DOCUMENT_NAMES[document_type]} {number}"


def validate_identity(
    condition: int, document_type: int, number: str
) -> tuple[FiscalCondition, DocumentType, str]:
    """Return the condición, the type and the number as stored; a doubtful number passes.

    Raises:
        FiscalConditionError: no such condición.
        DocumentTypeError: no such document type.
        DocumentNotAcceptedError: the condición doesn't take that document.
        DocumentNumberError: the number is not valid for the type.
    """
    if condition not in RULES:
        raise _no_such_condition(str(condition))
    if document_type not in DOCUMENT_NAMES:
        raise _no_such_document(str(document_type))
    known, kind = FiscalCondition(condition), DocumentType(document_type)
    rule = RULES[known]
    if kind not in rule.accepted:
        accepted = _either(DOCUMENT_NAMES[accepted] for accepted in rule.accepted)
        raise DocumentNotAcceptedError(field="document", condition=rule.name, accepted=accepted)
    check = check_document(kind, number, condition=known)
    if check.verdict is Verdict.INVALID:
        name = Phrase("número") if kind is _D.NONE else DOCUMENT_NAMES[kind]
        raise DocumentNumberError(
            field="document_number",
            document=name if name.isupper() else name.lower(),
            reason=check.reason,
        )
    return known, kind, check.normalized


def condition_from_text(text: str) -> FiscalCondition:
    """Read a condición by code or name: `6`, `monotributo`, `consumidor_final`.

    Raises:
        FiscalConditionError: none of them.
    """
    found = _CONDITION_WORDS.get(fold(text))
    if found is None:
        raise _no_such_condition(text)
    return found


def document_type_from_text(text: str) -> DocumentType:
    """Read a document type by code or name: `96`, `DNI`, `pasaporte`.

    Raises:
        DocumentTypeError: none of them.
    """
    found = _DOCUMENT_WORDS.get(fold(text))
    if found is None:
        raise _no_such_document(text)
    return found


_CONDITION_WORDS: Mapping[str, FiscalCondition] = {
    fold(word): rule.condition
    for rule in RULES.values()
    for word in (str(int(rule.condition)), rule.name, rule.short_name, rule.condition.name)
} | {
    "ri": _C.REGISTERED,
    "responsable inscripto": _C.REGISTERED,
    "cf": _C.FINAL_CONSUMER,
    "monotributista": _C.MONOTRIBUTO,
    "monotributo social": _C.SOCIAL_MONOTRIBUTO,
    "monotributo promovido": _C.PROMOTED_MONOTRIBUTO,
}
_DOCUMENT_WORDS: Mapping[str, DocumentType] = {
    fold(word): kind
    for kind, name in DOCUMENT_NAMES.items()
    for word in (str(int(kind)), name, kind.name)
} | {"ninguno": _D.NONE, "ci extranjera": _D.FOREIGN_ID}


def _refusal(kind: DocumentType, number: str, condition: FiscalCondition | None) -> str:
    """Say why a compact number cannot be right, or nothing."""
    if kind is _D.NONE:
        return Phrase("«Sin identificar» no lleva número") if number else ""
    if not number:
        return Phrase("falta el número")
    if kind in _TAX_KEYS + _NATIONAL and not number.isdecimal():
        return Phrase("lleva solo números")
    if kind in _TAX_KEYS:
        return _tax_key_refusal(kind, number, condition)
    shape, reason = _SHAPES[kind]
    if not shape.fullmatch(number):
        return reason
    return "" if number.strip("0") else Phrase("no puede ser todo ceros")


def _tax_key_refusal(kind: DocumentType, number: str, condition: FiscalCondition | None) -> str:
    # Here because it loads ssl and pydoc, 40 ms nobody should wait for at start.
    from stdnum.ar import cuit  # noqa: PLC0415
    from stdnum.exceptions import InvalidComponent, ValidationError  # noqa: PLC0415

    prefix = number[:2]
    if len(number) != _KEY_DIGITS:
        return Phrase("tiene que tener 11 dígitos")
    if number == PSEUDO_CUIT:
        fits = kind is _D.CUIT and condition in (None, _C.UNCATEGORIZED)
        return "" if fits else _PSEUDO_REASON
    if not number[2:10].strip("0"):
        return Phrase("el número del medio no puede ser todo ceros")
    if kind is _D.CUIL and prefix in _NOT_A_PERSON:
        return Phrase(
            "los que empiezan con {prefix} son CUIT de empresas o del exterior", prefix=prefix
        )
    # stdnum knows no 25 nor 26, though other validators take them: there, only the digit counts.
    try:
        right = prefix in _UNLISTED_PREFIXES or bool(cuit.validate(number))
    except InvalidComponent:
        return Phrase("ninguno empieza con {prefix}", prefix=prefix)
    except ValidationError:
        right = False
    right = right and cuit.calc_check_digit(number[:-1]) == number[-1]
    return "" if right else Phrase("el último dígito no coincide")


def _doubt(kind: DocumentType, number: str, condition: FiscalCondition | None) -> str:
    """Say why a number that may be right deserves a second look, or nothing."""
    if kind in _TAX_KEYS:
        if number == PSEUDO_CUIT:
            return "" if condition else _PSEUDO_REASON
        if number[:2] in _UNLISTED_PREFIXES or _has_no_digit(number):
            return Phrase(
                "no es común que empiece con {number}: confirmalo con la constancia",
                number=number[:2],
            )
        return ""
    return Phrase("ese número suele usarse de relleno") if number and len(set(number)) == 1 else ""


def _has_no_digit(number: str) -> bool:
    """Whether the check digit would be 10: ARCA then issues the number under 23 or 33."""
    weights = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    total = sum(w * int(d) for w, d in zip(weights, number[:-1], strict=True))
    return total % _KEY_DIGITS == 1


def _compact(text: str) -> str:
    """Return ASCII capitals and digits: no blanks, dots, slashes or dashes of any alphabet."""
    return "".join(
        str(unicodedata.decimal(c)) if c.isdecimal() else c
        for c in text.upper()
        if not c.isspace() and c not in "./" and unicodedata.category(c) not in ("Pd", "Cf", "Cc")
    ).replace("\u2212", "")


def _either(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} o {last}" if most else last


def _no_such_condition(code: str) -> FiscalConditionError:
    choices = ", ".join(f"{int(rule.condition)} ({rule.name})" for rule in RULES.values())
    return FiscalConditionError(field="condition", code=code, choices=choices)


def _no_such_document(code: str) -> DocumentTypeError:
    choices = ", ".join(f"{int(kind)} ({name})" for kind, name in DOCUMENT_NAMES.items())
    return DocumentTypeError(field="document_type", code=code, choices=choices)
