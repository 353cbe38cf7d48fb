"""Reads a print job as a printer does. Knows nothing of the encoder; refuses what it must not send.

Code pages are those of the printers' manuals: the slot of `ESC t` and the letters it holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field

PAGES = {0: "cp437", 2: "cp850", 3: "cp860", 16: "cp1252", 19: "cp858"}


@dataclass(frozen=True)
class Printed:
    """A line on paper; `wide` and `tall` are multiples of the letter."""

    text: str
    bold: bool = False
    wide: int = 1
    tall: int = 1

    @property
    def columns(self):
        return len(self.text) * self.wide


@dataclass
class Job:
    """A whole job: its lines, and what the printer did around them."""

    lines: list[Printed] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    fed: int = 0
    cut: bool = False
    asks: int = 0
    at_rest: bool = True


def decode(data: bytes, *, code_pages: bool = False) -> Job:
    """Return what a printer makes of the bytes of one job; only the test page has many pages."""
    job = Job()
    assert data.startswith(b"\x1b@\x1c."), "a job resets the printer and leaves Chinese mode"
    position = 4
    bold, wide, tall, text = False, 1, 1, bytearray()
    while position < len(data):
        command, argument = data[position : position + 2], data[position + 2 : position + 3]
        byte = data[position]
        if byte >= 0x20:
            assert job.pages, "text before a code page"
            assert not job.cut, "text after the cut"
            text.append(byte)
            position += 1
            continue
        if byte == 0x0A:
            line = text.decode(PAGES[job.pages[-1]])
            job.lines.append(Printed(line, bold, wide, tall))
            text.clear()
            position += 1
            continue
        assert not text, f"{command!r} in the middle of a line"
        if command == b"\x1bt":
            job.pages.append(argument[0])
        elif command == b"\x1d!":
            wide, tall = (argument[0] >> 4) + 1, (argument[0] & 0x0F) + 1
        elif command == b"\x1bE":
            bold = argument != b"\x00"
        elif command == b"\x1bd":
            job.fed += argument[0]
        elif command == b"\x1dr":
            assert argument == b"\x01"
            job.asks += 1
        elif data[position : position + 4] == b"\x1dVB\x00":
            job.cut = True
            position += 1
        else:
            message = f"{data[position : position + 4]!r} is not allowed in a job"
            raise AssertionError(message)
        position += 3
    assert not text, "the last line is not printed"
    assert code_pages or len(job.pages) == 1, f"one code page per job, not {job.pages}"
    job.at_rest = (bold, wide, tall) == (False, 1, 1)
    return job
