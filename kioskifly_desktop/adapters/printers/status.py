"""What a printer's answers mean. Source: Epson's ESC/POS reference, DLE EOT, GS r and GS ( H."""

from __future__ import annotations

from dataclasses import dataclass

from kioskifly_desktop.core.phrases import Phrase

ASK_ACK = b"\x1dr\x01"
"""`GS r 1`, executed in the order of the job: its answer means all before it was processed."""

_ASK_ID = b"\x1d(H\x06\x0000"
_ID_ANSWER = b"\x37\x22"
_ACKS = frozenset((0x00, 0x03, 0x0C, 0x0F))
"""The answers to `GS r 1`: two bits for paper near its end, two for its end, the others zero."""

_AUTOMATIC = 0x10
"""Automatic status: four bytes, the first with bit 4 set and 0, 1 and 7 clear."""
_FLOW = frozenset((0x11, 0x13))


@dataclass(frozen=True, slots=True)
class Condition:
    """How a printer says it is: what stops it, as a Spanish phrase, and if paper runs low."""

    trouble: str = ""
    paper_low: bool = False


def ask(n: int) -> bytes:
    """Return the question `DLE EOT n`, answered at once even when printing is stopped."""
    return bytes((0x10, 0x04, n))


def answer_in(received: bytes) -> int | None:
    """Return the answer to `DLE EOT` among the bytes received, None if they make no sense.

    It has bits 1 and 4 set, 0 and 7 clear. Flow control and automatic status may come before it.
    """
    position = 0
    while position < len(received):
        byte = received[position]
        if byte & 0x93 == 0x12:  # noqa: PLR2004 - the mask of the docstring
            return byte
        if byte & 0x93 == _AUTOMATIC:
            position += 4
        elif byte in _FLOW:
            position += 1
        else:
            return None
    return None


def condition(cause: int, error: int, paper: int) -> Condition:
    """Return what the answers to `DLE EOT` 2, 3 and 4 mean."""
    low = bool(paper & 0x0C)
    if paper & 0x60 or cause & 0x20:
        return Condition(Phrase("se quedó sin papel"), low)
    if cause & 0x04:
        return Condition(Phrase("tiene la tapa abierta"), low)
    if error & 0x08:
        return Condition(Phrase("tiene trabada la cuchilla"), low)
    if error & 0x20 or cause & 0x40:
        return Condition(Phrase("tiene un error: apagala y prendela"), low)
    return Condition("", low)


def ask_for(job_id: int) -> bytes:
    """Return the question `GS ( H` function 48, executed in the order of the job."""
    return _ASK_ID + _letters(job_id)


def acknowledges(received: bytes, job_id: int | None = None) -> bool:
    """Return whether the printer's acknowledgement is among the bytes received.

    With a `job_id`, the answer to `ask_for`; else to `ASK_ACK`. The last three bytes of an
    automatic status report look like one.
    """
    if job_id is not None:
        return _ID_ANSWER + _letters(job_id) + b"\x00" in received
    position = 0
    while position < len(received):
        byte = received[position]
        if byte & 0x93 == _AUTOMATIC:
            position += 4
        elif byte in _ACKS:
            return True
        else:
            position += 1
    return False


def _letters(job_id: int) -> bytes:
    """Return four printable bytes that tell a job from its neighbours."""
    return bytes(0x30 + (job_id >> shift) % 64 for shift in (18, 12, 6, 0))
