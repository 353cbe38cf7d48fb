"""Holds what the other threads read, as a slow disk does."""

from __future__ import annotations

import threading
from contextlib import contextmanager


@contextmanager
def held_reads(shop):
    """Give a list to which each such read adds the gate that it waits at."""
    clock, gates = shop.database.clock, []

    def held():
        now = clock()
        if threading.current_thread() is not threading.main_thread():
            gate = threading.Event()
            gates.append(gate)
            assert gate.wait(20)
        return now

    shop.database.clock = held
    yield gates
    shop.database.clock = clock
    for gate in gates:
        gate.set()


def reading():
    """Tell whether a thread of the program's background is at work."""
    return any(each.name == "background" for each in threading.enumerate())
