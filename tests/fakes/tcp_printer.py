"""A network printer: a real TCP server that prints on paper in memory, healthy or sick."""

from __future__ import annotations

import re
import socket
import struct
import threading
import time
from contextlib import suppress

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_REAL_TIME = re.compile(rb"\x10\x04([\x01-\x04])")
_QUESTION = re.compile(rb"\x1dr\x01|\x1d\(H\x06\x0000(....)", re.DOTALL)
_CUT = b"\x1dVB\x00"


class TcpPrinter:
    """Takes one connection per job and keeps what it was sent in `jobs`, without status questions.

    `paper` is what came out; a job's end is its cut. Modes: `ok` answers status and
    acknowledgements; `silent` takes everything and answers nothing; `no_ack` answers status and
    never acknowledges; `stale` does the same, with an old word behind its status; `close` takes
    the job and hangs up; `reset_after_n` resets the connection after `after` bytes; `never_reads`
    accepts and stops; `hangs` doesn't even accept; `garbage` answers nonsense; `late` answers
    everything after `delay` seconds; `slow` takes `rate` bytes a second. `paper_after` bytes the
    roll ends, until `reload`. `cover_open` stops it likewise. A printer that refuses is one that
    was closed.
    """

    def __init__(
        self,
        mode="ok",
        *,
        after=100,
        port=0,
        paper_after=None,
        paper_low=False,
        rate=4000,
        delay=1.5,
    ):
        self.mode = mode
        self.after = after
        self.rate = rate
        self.delay = delay
        self.jobs = []
        self.paper = bytearray()
        self.paper_left = paper_after
        self.paper_low = paper_low
        self.cover_open = False
        self.job_ended = threading.Event()
        self._released = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=0)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.port = self._listener.getsockname()[1]
        self.address = f"127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    @property
    def copies(self):
        """How many whole papers came out."""
        return self.paper.count(_CUT)

    def reload(self):
        """Put a new roll in and close the cover."""
        self.paper_left = None
        self.cover_open = False

    def close(self):
        """Switch it off."""
        self._released.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self):
        if self.mode == "hangs":
            self._released.wait()
            return
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with connection, suppress(OSError):
                    _Connection(self, connection, self._released).serve()
                self.job_ended.set()


class _Connection:
    def __init__(self, printer, connection, released):
        self.printer = printer
        self.socket = connection
        self.released = released
        self.job = bytearray()
        self.buffer = bytearray()  # received and not printed yet
        self.unread = b""  # the start of a command cut by the network

    def serve(self):
        mode = self.printer.mode
        if mode == "never_reads":
            self.released.wait(30)
            return
        self.socket.settimeout(0.02)
        while not self.released.is_set():
            wanted = 512
            if mode == "reset_after_n":
                wanted = self.printer.after - len(self.job)
            elif mode == "slow":
                wanted = max(1, self.printer.rate // 50)
                time.sleep(0.02)
            try:
                received = self.socket.recv(wanted)
            except TimeoutError:
                self.print()
                continue
            if not received:
                break
            self.take(received)
            if mode == "reset_after_n" and len(self.job) >= self.printer.after:
                self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
                return
            self.print()
            if mode == "close" and self.job and not self.buffer:
                return
        # A printer finishes what it holds after the computer has hung up.
        self.print()

    def take(self, received):
        received = self.unread + received
        self.unread = b""
        for tail in (b"\x10", b"\x10\x04"):
            if received.endswith(tail):
                received, self.unread = received[: -len(tail)], tail
        for match in _REAL_TIME.finditer(received):
            self.answer(bytes([self.status(match[1][0])]), status=True)
        job = _REAL_TIME.sub(b"", received)
        if not job:
            return
        if not self.job:
            self.printer.jobs.append(self.job)
        self.job += job
        self.buffer += job

    def status(self, n):
        printer = self.printer
        no_paper = printer.paper_left is not None and printer.paper_left <= 0
        stopped = no_paper or printer.cover_open
        return (
            0x12
            | {
                1: 0x08 * stopped,
                2: 0x04 * printer.cover_open | 0x20 * no_paper,
                3: 0,
                4: 0x6C * no_paper | 0x0C * printer.paper_low,
            }[n]
        )

    def print(self):
        """Put on paper what is held, as far as the roll goes, answering in the order of the job."""
        printer = self.printer
        while self.buffer:
            question = _QUESTION.search(self.buffer)
            if question and question.start() == 0:
                known = question[1]
                del self.buffer[: question.end()]
                self.answer(b"\x37\x22" + known + b"\x00" if known else b"\x00", status=False)
                continue
            end = question.start() if question else len(self.buffer)
            if printer.cover_open:
                return
            if printer.paper_left is not None:
                end = min(end, printer.paper_left)
                printer.paper_left -= end
                if not end:
                    return
            printer.paper += self.buffer[:end]
            del self.buffer[:end]

    def answer(self, data, *, status):
        mode = self.printer.mode
        if mode in {"silent", "close"} and not (mode == "close" and status):
            return
        if mode in {"no_ack", "stale"} and not status:
            return
        if mode == "stale" and status and not self.job:
            data += b"\x00"  # the word for some job before this one
        if mode == "garbage":
            data = b"\xff\xfeQR\xaa"
        if mode == "late":
            self.released.wait(self.printer.delay)
        self.socket.sendall(data)
