"""Writes the program's sounds: `python packaging/make_sounds.py resources/sounds`."""

from __future__ import annotations

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 16_000
LOUD = 0.32
FADE = 0.012

# Each note: hertz, seconds. High and rising says well; low and falling says no.
SOUNDS = {
    "unknown": ((311, 0.09), (0, 0.03), (311, 0.12)),
    "error": ((330, 0.10), (220, 0.16)),
    "charged": ((880, 0.07), (1319, 0.14)),
    "paid": ((784, 0.06), (988, 0.06), (1319, 0.13)),
}


def note(hertz: float, seconds: float) -> list[int]:
    """Return the samples of a note that starts and ends without a click."""
    count = round(seconds * RATE)
    result = []
    for number in range(count):
        at = number / RATE
        edge = min(1.0, at / FADE, (seconds - at) / FADE)
        value = math.sin(2 * math.pi * hertz * at) + 0.25 * math.sin(4 * math.pi * hertz * at)
        result.append(round(32_767 * LOUD * edge * value / 1.25))
    return result


def main() -> None:
    """Write every sound."""
    folder = Path(sys.argv[1])
    for name, notes in SOUNDS.items():
        samples = [sample for each in notes for sample in note(*each)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()
