"""Printers on a cable, USB or serial, opened through python-escpos."""

from __future__ import annotations

import importlib.util
import json
import os
import pickle
import platform
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from kioskifly_desktop.adapters.os_errors import UnreachableError, os_reason
from kioskifly_desktop.core.phrases import Phrase

_OUT = 0x01
_IN = 0x82
_BITS_PER_BYTE = 10  # with the start and stop bits


def seed_capabilities(folder: Path) -> None:
    """Leave python-escpos its printer table as a pickle, so that it doesn't parse it as YAML.

    `folder` is unpickled from, so it is the user's alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    os.environ["ESCPOS_CAPABILITIES_PICKLE_DIR"] = str(folder)
    spec = importlib.util.find_spec("escpos")
    if spec is None or spec.origin is None:
        return
    source = Path(spec.origin).with_name("capabilities.json")
    seeded = folder / f"{platform.python_version()}.capabilities.pickle"
    if seeded.exists() and seeded.stat().st_mtime >= source.stat().st_mtime:
        return
    partial = seeded.with_suffix(".part")
    table = json.loads(source.read_text(encoding="utf-8"))
    partial.write_bytes(pickle.dumps(table, protocol=2))
    partial.replace(seeded)


def _connectors() -> Any:
    # A cache that can't be written costs 0.3 s, not the receipt.
    with suppress(OSError):
        seed_capabilities(user_cache_path("kioskifly") / "escpos")
    from escpos import printer  # noqa: PLC0415 - slow: only when a cable is used

    return printer


def _open(connector: Any) -> Any:
    """Return the open device behind a python-escpos connector."""
    from escpos.exceptions import DeviceNotFoundError  # noqa: PLC0415 - comes with the connector

    try:
        connector.open()
    except DeviceNotFoundError as error:
        cause = error.__context__
        reason = os_reason(cause) if isinstance(cause, OSError) else Phrase("no está conectada")
        raise UnreachableError(reason) from error
    except (ValueError, RuntimeError, NotImplementedError) as error:
        reason = Phrase("falta la biblioteca libusb en esta computadora")
        raise UnreachableError(reason) from error
    return connector.device


class Usb:
    """A USB printer, `vvvv:pppp` in hexadecimal."""

    may_have_left = False

    def __init__(self, address: str) -> None:
        vendor, _, product = address.partition(":")
        try:
            identifiers = int(vendor, 16), int(product, 16)
        except ValueError:
            reason = Phrase("el identificador «{address}» no es válido", address=address)
            raise UnreachableError(reason) from None
        self._connector = _connectors().Usb(*identifiers)
        self._device = _open(self._connector)
        self._out, self._in = self._endpoints()

    def _endpoints(self) -> tuple[int, int]:
        """Return where to write and read: printers differ, and the usual pair is only a guess."""
        import usb.core  # noqa: PLC0415 - comes with the connector

        try:
            interface = self._device.get_active_configuration()[(0, 0)]
        except (usb.core.USBError, KeyError):
            return _OUT, _IN
        addresses = [endpoint.bEndpointAddress for endpoint in interface]
        outward = next((a for a in addresses if not a & 0x80), _OUT)
        inward = next((a for a in addresses if a & 0x80), _IN)
        return outward, inward

    def write(self, piece: bytes, limit: float) -> int:
        """Send a piece; a time limit may leave it short, which the device reports."""
        import usb.core  # noqa: PLC0415 - comes with the connector

        try:
            return int(self._device.write(self._out, piece, int(limit * 1000) or 1))
        except usb.core.USBTimeoutError as error:
            raise TimeoutError from error  # nothing of it left, else it says how much

    def read(self, limit: float) -> bytes:
        """Return the printer's answer; one-way printers have none."""
        import usb.core  # noqa: PLC0415 - comes with the connector

        with suppress(usb.core.USBError):
            return bytes(self._device.read(self._in, 64, int(limit * 1000) or 1))
        return b""

    def finish(self, limit: float) -> None:
        """Nothing to wait for: every transfer was taken."""

    def close(self) -> None:
        """Release the device."""
        self._connector.close()


class Serial:
    """A serial printer, `device@rate`."""

    def __init__(self, address: str) -> None:
        device, _, rate = address.rpartition("@")
        try:
            connector = _connectors().Serial(devfile=device, baudrate=int(rate))
        except ValueError:
            reason = Phrase("el puerto «{address}» no es válido", address=address)
            raise UnreachableError(reason) from None
        self._device = _open(connector)
        self.may_have_left = False

    def write(self, piece: bytes, limit: float) -> int:
        """Send a piece; without the limit a printer out of paper would block for ever."""
        # The system says a port is ready once what it holds has left at the port's pace.
        pace = len(piece) * _BITS_PER_BYTE / self._device.baudrate
        self._device.write_timeout = limit + pace
        # A write that times out does not say how much left.
        self.may_have_left = True
        from serial import SerialTimeoutException  # noqa: PLC0415 - comes with the connector

        try:
            return int(self._device.write(piece))
        except SerialTimeoutException as error:
            raise TimeoutError from error

    def read(self, limit: float) -> bytes:
        """Return the printer's answer, one byte at a time."""
        self._device.timeout = limit
        return bytes(self._device.read(1))

    def finish(self, limit: float) -> None:
        """Wait for the bytes to leave this computer: closing drops those that haven't."""
        seconds = self._device.out_waiting * _BITS_PER_BYTE / self._device.baudrate
        deadline = time.monotonic() + limit + seconds
        while self._device.out_waiting:
            if time.monotonic() >= deadline:
                raise TimeoutError
            time.sleep(0.02)

    def close(self) -> None:
        """Release the port without waiting for a printer that is stuck."""
        with suppress(OSError):
            self._device.reset_output_buffer()
        self._device.close()
