"""A network printer: a real TCP server in a thread, healthy or sick in a chosen way."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class TcpPrinter:
    """Takes one connection per job and keeps what it was sent in `jobs`.

    Modes: `ok` answers `GS r`; `silent` never answers; `close` takes the job and hangs up;
    `reset_after_n` resets the connection after `after` bytes; `never_reads` accepts and stops.
    A printer that refuses is one that was closed.
    """

    def __init__(self, mode="ok", *, after=100, port=0):
        self.mode = mode
        self.after = after
        self.jobs = []
        self.job_ended = threading.Event()
        self._released = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", port))
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.port = self._listener.getsockname()[1]
        self.address = f"127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        """Switch it off."""
        self._released.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self):
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with connection, suppress(OSError):  # who printed may be killed
                    self._job(connection)
                self.job_ended.set()

    def _job(self, connection):
        if self.mode == "never_reads":
            self._released.wait(30)
            return
        job = bytearray()
        self.jobs.append(job)
        while True:
            wanted = self.after - len(job) if self.mode == "reset_after_n" else 512
            received = connection.recv(wanted)
            if not received:
                return
            job += received
            if self.mode == "reset_after_n" and len(job) >= self.after:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
                return
            if job.endswith(b"\x1dr\x01"):
                if self.mode == "ok":
                    connection.sendall(b"\x00")
                elif self.mode == "close":
                    return
