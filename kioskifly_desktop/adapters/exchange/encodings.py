"""Text of a file in whichever encoding it was saved."""

from __future__ import annotations

import codecs

from kioskifly_desktop.core.errors import FileKindError
from kioskifly_desktop.core.phrases import Phrase

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SAMPLE = 4096
_MANY_ZEROS = 0.3
_MANY_CONTROLS = 0.02
_KEPT_CONTROLS = "\t\n\r\f\v\x1a\x1c\x1d\x1e\x85"


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and the name of its encoding: by its mark, UTF-8, else Windows-1252.

    Raises:
        FileKindError: it is no text.
    """
    text, encoding = _decoded(data, name)
    sample = text[:_SAMPLE]
    controls = sum(c < " " and c not in _KEPT_CONTROLS for c in sample)
    if "\0" in text or controls > _MANY_CONTROLS * len(sample):
        raise _binary(name)
    return text, encoding


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for mark, codec, words in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), words
            except UnicodeDecodeError:
                if codec == "utf-8-sig":
                    break
                raise _binary(name) from None
    if codec := _utf_16(data):
        try:
            return data.decode(codec), "UTF-16"
        except UnicodeDecodeError:
            raise _binary(name) from None
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        # Every byte is a letter of Windows-1252 but five, which no spreadsheet writes.
        plain = data.removeprefix(codecs.BOM_UTF8)
        return plain.decode("cp1252", errors="replace"), "Windows-1252"


def _utf_16(data: bytes) -> str:
    """Return the order of a UTF-16 without its mark, where Latin letters leave every other zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if len(data) % 2 or not half:
        return ""
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _MANY_ZEROS and not even:
        return "utf-16-le"
    return "utf-16-be" if even > _MANY_ZEROS and not odd else ""


def _binary(name: str) -> FileKindError:
    way = Phrase("Hace falta un .csv, un .xlsx o un .vcf")
    return FileKindError(name=name, what=Phrase("no es una planilla ni una agenda"), way=way)
