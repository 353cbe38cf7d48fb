"""Text as people type it, made fit to keep: no control characters, bounded length."""

from __future__ import annotations

import re
import unicodedata

from kioskifly_desktop.core.errors import TextTooLongError
from kioskifly_desktop.core.phrases import Phrase

_ZERO_WIDTH_JOINER = "\u200d"
"""Joins emoji; the only format character that is kept."""


def clean(text: str, *, field: str, limit: int, label: str = "", multiline: bool = False) -> str:
    """Return text composed (NFC), without control or bidirectional characters, trimmed.

    Raises:
        TextTooLongError: longer than `limit` characters; `label` names the field in Spanish.
    """
    composed = unicodedata.normalize("NFC", text)
    if multiline:
        lines = (_one_line(line) for line in composed.splitlines())
        result = "\n".join(lines).strip()
    else:
        result = _one_line(composed)
    if len(result) > limit:
        raise TextTooLongError(field=field, label=label or Phrase("este campo"), limit=limit)
    return result


def _one_line(text: str) -> str:
    kept = "".join(
        " " if c.isspace() else c
        for c in text
        if c.isspace() or c == _ZERO_WIDTH_JOINER or unicodedata.category(c)[0] != "C"
    )
    return re.sub(" {2,}", " ", kept).strip()
