"""Codes of products: those the world prints, the shop's own, and the labels of its scale."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from stdnum import ean

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import BarcodeError, ScaleLabelsError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.settings import get_preference, set_preference

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_EAN_13 = 13
CODE = re.compile(r"[A-Z0-9-]{1,20}")
_PRINTED = re.compile(r"[0-9]{8}|[0-9]{12}|[0-9]{13}")
_PREFERENCE = "scale_labels"


class ScaleValue(StrEnum):
    """What the scale writes in its label."""

    AMOUNT = "amount"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class ScaleLabels:
    """Where a scale's EAN-13 has the product and what it costs or weighs; positions from zero.

    The value has `decimals`: pesos with 0 or 2, kilograms with 3.
    """

    prefix: str = "2"
    code_start: int = 2
    code_length: int = 5
    value_start: int = 7
    value_length: int = 5
    value: ScaleValue = ScaleValue.WEIGHT
    decimals: int = 3


@dataclass(frozen=True, slots=True)
class ScaleReading:
    """What a label says: the product's code, and its weight in thousandths or its amount."""

    code: str
    quantity: int | None
    amount: Centavos | None


def check_barcode(code: str) -> str:
    """Return a code as it is kept: capitals, no blanks, a UPC-A as its EAN-13.

    Raises:
        BarcodeError: its check digit doesn't agree, or it is not 1 to 20 of A-Z, 0-9 and hyphen.
    """
    compact = normalize(code)
    if not CODE.fullmatch(compact):
        reason = Phrase("lleva de 1 a 20 letras, números o guiones")
        raise BarcodeError(field="barcodes", code=compact[:40], reason=reason)
    if _PRINTED.fullmatch(compact) and not ean.is_valid(compact):
        raise BarcodeError(
            field="barcodes", code=compact, reason=Phrase("no coincide el dígito de control")
        )
    return compact


def is_printed_code(text: str) -> bool:
    """Tell whether digits are an EAN-8, UPC-A or EAN-13, by their check digit."""
    return bool(_PRINTED.fullmatch(text)) and ean.is_valid(text)


def normalize(code: str) -> str:
    """Return a code as a scanner or a person may send it, in the form it would be kept in."""
    compact = re.sub(r"\s", "", code).upper()
    if re.fullmatch(r"[0-9]{12}", compact) and ean.is_valid(compact):
        return compact.zfill(_EAN_13)
    return compact


def scale_labels(work: Work) -> ScaleLabels:
    """Return how the shop's scale writes its labels."""
    stored = get_preference(work, _PREFERENCE, "")
    if not stored:
        return ScaleLabels()
    values = json.loads(stored)
    return ScaleLabels(**values | {"value": ScaleValue(values["value"])})


def save_scale_labels(work: Work, labels: ScaleLabels) -> None:
    """Change how labels are read.

    Raises:
        NotAllowedError: the person may not.
        ScaleLabelsError: the positions don't fit the label, or overlap.
    """
    work.require(Permission.SETTINGS)
    check_scale_labels(labels)
    set_preference(work, _PREFERENCE, json.dumps(asdict(labels)))
    record(work, AuditKind.SETTINGS_CHANGED, "Etiquetas de la balanza")


def check_scale_labels(labels: ScaleLabels) -> None:
    """Refuse positions that no label has.

    Raises:
        ScaleLabelsError: they don't fit its twelve digits, or overlap.
    """
    code = range(labels.code_start, labels.code_start + labels.code_length)
    value = range(labels.value_start, labels.value_start + labels.value_length)
    prefix = range(len(labels.prefix))
    used = [*prefix, *code, *value]
    if (
        not re.fullmatch(r"2[0-9]{0,2}", labels.prefix)
        or not code
        or not value
        or len(set(used)) != len(used)
        or not set(used) <= set(range(_EAN_13 - 1))
        or not 0 <= labels.decimals <= (2 if labels.value is ScaleValue.AMOUNT else 3)
    ):
        raise ScaleLabelsError(field="prefix")


def read_scale_label(labels: ScaleLabels, code: str) -> ScaleReading | None:
    """Return what a scale's label says, or None when it is no label."""
    if len(code) != _EAN_13 or not code.startswith(labels.prefix) or not ean.is_valid(code):
        return None
    product = code[labels.code_start : labels.code_start + labels.code_length]
    value = int(code[labels.value_start : labels.value_start + labels.value_length])
    if labels.value is ScaleValue.WEIGHT:
        return ScaleReading(product, value * 10 ** (3 - labels.decimals), None)
    return ScaleReading(product, None, value * 10 ** (2 - labels.decimals))
