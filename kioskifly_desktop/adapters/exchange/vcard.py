"""Contact cards (vCard 2.1, 3.0 and 4.0), as telephones and address books save them."""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field

from kioskifly_desktop.adapters.exchange.limits import MAX_ROWS, short, too_many_rows
from kioskifly_desktop.core.errors import FileEmptyError
from kioskifly_desktop.core.imports import Source, TableRow
from kioskifly_desktop.core.phrases import Phrase

_TITLES = ("Nombre", "Teléfono", "E-mail", "Dirección", "Cumpleaños", "Notas")
_MOBILE = re.compile(r"(?i)\b(cell|mobile)\b")


@dataclass(slots=True)
class _Card:
    line: int
    formatted: str = ""
    structured: str = ""
    company: str = ""
    phone: str = ""
    has_mobile: bool = False
    email: str = ""
    address: str = ""
    birthday: str = ""
    notes: list[str] = field(default_factory=list)

    def row(self, problem: str = "") -> TableRow:
        name = self.formatted or self.structured or self.company
        notes = "\n".join(self.notes)
        cells = (name, self.phone, self.email, self.address, self.birthday, notes)
        return TableRow(self.line, tuple(map(short, cells)), problem)


def vcard_rows(text: str, name: str) -> Source:
    """Return a row for each contact, under titles of its own.

    Raises:
        FileEmptyError: there is no contact.
        FileTooLargeError: of contacts.
    """
    rows = [TableRow(0, _TITLES)]
    card: _Card | None = None
    for line, content in _lines(text):
        head, _, value = content.partition(":")
        key, parameters = _key(head)
        if key == "BEGIN" and value.strip().upper() == "VCARD":
            if card is not None:
                rows.append(card.row(Phrase("Al contacto le falta el final.")))
            card = _Card(line)
        elif key == "END" and card is not None:
            rows.append(card.row())
            card = None
        elif card is not None:
            _take(card, key, parameters, _value(value, parameters))
        if len(rows) > MAX_ROWS:
            raise too_many_rows(name)
    if card is not None:
        rows.append(card.row(Phrase("Al contacto le falta el final.")))
    if len(rows) == 1:
        raise FileEmptyError(name=name)
    return Source(name, rows, "contactos")


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the logical lines with the number of their first one."""
    lines: list[tuple[int, list[str]]] = []
    soft = False
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        folded = raw[:1] in {" ", "\t"}
        if lines and (soft or folded):
            lines[-1][1].append(raw[folded and not soft :])
        elif raw.strip():
            lines.append((number, [raw]))
        else:
            continue
        head = lines[-1][1][0].partition(":")[0].upper()
        soft = "QUOTED-PRINTABLE" in head and raw.endswith("=")
        if soft:
            lines[-1][1][-1] = lines[-1][1][-1][:-1]
    return [(number, "".join(parts)) for number, parts in lines]


def _key(head: str) -> tuple[str, str]:
    name, _, parameters = head.partition(";")
    return name.rpartition(".")[2].strip().upper(), parameters


def _value(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" not in parameters.upper():
        return value
    charset = re.search(r"(?i)charset=\"?([\w-]+)", parameters)
    raw = quopri.decodestring(value.encode("utf-8", "replace"))
    for codec in (charset[1] if charset else "utf-8", "utf-8", "cp1252"):
        try:
            return raw.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace")


def _parts(value: str) -> list[str]:
    return [_plain(part) for part in re.split(r"(?<!\\);", value)]


def _plain(value: str) -> str:
    return re.sub(r"\\([nN,;:\\])", lambda m: "\n" if m[1] in "nN" else m[1], value).strip()


def _take(card: _Card, key: str, parameters: str, value: str) -> None:
    if key == "FN":
        card.formatted = card.formatted or _plain(value)
    elif key == "N":
        family, given, middle = [*_parts(value), "", "", ""][:3]
        card.structured = " ".join(filter(None, (given, middle, family)))
    elif key == "ORG":
        card.company = card.company or " ".join(filter(None, _parts(value)))
    elif key == "TEL":
        _take_phone(card, parameters, value)
    elif key == "EMAIL":
        card.email = card.email or _plain(value)
    elif key == "ADR":
        card.address = card.address or ", ".join(filter(None, _parts(value)))
    elif key == "BDAY":
        _take_birthday(card, value)
    elif key == "NOTE":
        card.notes.append(_plain(value))


def _take_phone(card: _Card, parameters: str, value: str) -> None:
    """Keep the mobile before any other; the others go to the notes."""
    number = _plain(value).removeprefix("tel:")
    mobile = bool(_MOBILE.search(parameters))
    if not card.phone or (mobile and not card.has_mobile):
        number, card.phone = card.phone, number
        card.has_mobile = mobile
    if number and number != card.phone:
        card.notes.append(f"Otro teléfono: {number}")


def _take_birthday(card: _Card, value: str) -> None:
    if match := re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})", value):
        card.birthday = f"{match[3]}/{match[2]}/{match[1]}"
    elif match := re.match(r"\s*--(\d{2})-?(\d{2})", value):
        card.notes.append(f"Cumple el {match[2]}/{match[1]}")
