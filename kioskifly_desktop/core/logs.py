"""Where the log is, and what it may say: no names, no figures of people, no keys, no homes.

The first wall is not to write them: of an exception only its kind and place are told, with its
message where that is the language's own. What passes is searched for shapes, the second wall.
"""

from __future__ import annotations

import logging
import re
import sqlite3
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_TALKATIVE = ("kioskifly_desktop", "qt", "alembic")
"""Whose words are kept. Of other libraries it is told that they spoke, not what they said."""
_PLAIN = (
    *(ArithmeticError, AttributeError, ImportError, IndexError, MemoryError, NameError),
    *(RecursionError, TypeError),
)
"""Whose messages are the language's, of kinds and names in the code; a KeyError's is the key."""
_CONSTRAINT = re.compile(r"[A-Z ]+ constraint failed: [\w., ]+")
_QT = re.compile(r"(libshiboken: )?Internal C\+\+ object \([\w.]+\) already deleted\.")
_LONGEST = 2000

_HOMES = (
    r"(?:/home|/Users|/media|/run/media|[A-Za-z]:[\\/]+Users)[\\/]+"
    r"(?:[^\\/'\"»:\r\n]{1,60}(?=[\\/])|[^\\/\s'\"»:]+)"  # a name may have spaces
)
_SHAPES = (
    (re.compile(r"KIOSKI\s*\W\s*\w.*", re.IGNORECASE | re.DOTALL), "[clave]"),
    (re.compile(r"\b[sprx]k[-_][\w-]{6,}"), "[clave]"),
    (re.compile(r"\bBearer\s+\S+", re.IGNORECASE), "[clave]"),
    (
        re.compile(
            r"\b(api[_-]?key|authorization|token|secret|password|passphrase|clave|pin)\b"
            r"(['\"]?\s*[=:]\s*)\S+",
            re.IGNORECASE,
        ),
        r"\1\2[clave]",
    ),
    (
        re.compile(
            r"(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Z])(?=[\w+/=-]*[a-z])[\w+/=-]{32,}"
        ),
        "[clave]",
    ),
    (re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+"), "[e-mail]"),
    (re.compile(r"(?<=//)[^/\s@]+@"), "[clave]@"),
    (re.compile(_HOMES), "~"),
    (re.compile(r"\$\s?-?[\d.,]*\d"), "[monto]"),
    (re.compile(r"(?<![\w:.-])\d{1,3}(\.\d{3})+(,\d+)?(?![\w.])"), "[número]"),
    # Telephones and documents, however they are spaced; a day written year first is none.
    (
        re.compile(r"(?<![\w.])(?!\d{4}-\d\d-\d\d(?!\d))\+?\(?\d(?:[ ().-]{0,2}\d){6,}(?!\w)"),
        "[número]",
    ),
)


def log_file(folder: Path) -> Path:
    """Return where the log of a shop's folder is."""
    return folder / "logs" / "kioskifly.log"


def redact(text: str) -> str:
    """Return a text without what looks like a key, an address, a document, a sum or a home."""
    for home in {str(Path.home()), str(Path.home()).replace("\\", "\\\\")}:
        if len(home) > 1:
            text = text.replace(home, "~")
    for shape, instead in _SHAPES:
        text = shape.sub(instead, text)
    return text


def told(error: BaseException) -> str:
    """Return an error's kind, and its message where that can hold nothing of the shop's."""
    kind = type(error).__qualname__
    words = _message(error)
    return f"{kind}: {words}" if words else kind


def _message(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f"[Errno {error.errno}] {error.strerror or ''}".strip() if error.errno else ""
    found = getattr(error, "orig", error)  # SQLAlchemy's own words repeat the statement
    if isinstance(found, sqlite3.Error):
        name = getattr(found, "sqlite_errorname", "")
        words = str(found)
        return f"{name} {words}".strip() if _CONSTRAINT.fullmatch(words) else name
    words = str(error)
    plain = isinstance(error, _PLAIN) or _QT.fullmatch(words)
    return _short(words) if plain else ""


def traced(error: BaseException) -> str:
    """Return where an error came from and what caused it, each as `told`."""
    parts: list[str] = []
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        frames = "".join(traceback.format_tb(each.__traceback__))
        parts.append(f"{redact(frames)}{told(each)}")
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return "\nfrom:\n".join(parts)


class PlainFormatter(logging.Formatter):
    """Writes a line of the log as it may be read by anybody."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Override Formatter: nothing that another handler cached of the record is used."""
        when = self.formatTime(record)
        if record.name.split(".", 1)[0] in _TALKATIVE:
            words = _short(_in_one_line(_filled(record)))
        else:
            words = "—"
        line = f"{when} {record.levelname} {record.name}: {words}"
        if record.exc_info and record.exc_info[1] is not None:
            line = f"{line}\n{self.formatException(record.exc_info)}"
        return line

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Override Formatter: the kind and the place of an error, not its words."""
        return traced(ei[1]) if ei[1] is not None else ""


def _filled(record: logging.LogRecord) -> str:
    """Return a record's message, with exceptions among its arguments as `told`."""
    if isinstance(record.args, tuple) and any(isinstance(a, BaseException) for a in record.args):
        args = tuple(told(a) if isinstance(a, BaseException) else a for a in record.args)
        return str(record.msg) % args
    return record.getMessage()


def _short(text: str) -> str:
    return redact(text[: 2 * _LONGEST])[:_LONGEST]


def _in_one_line(text: str) -> str:
    return re.sub(r"[\r\n\u2028\u2029\x00-\x08\x0b-\x1f\x7f]+", " ", text)
