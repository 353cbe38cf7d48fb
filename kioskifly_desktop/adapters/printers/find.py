"""Finds printers on USB. Nothing is looked for on the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kioskifly_desktop.core.errors import UsbSearchError
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.printers import UsbPrinter

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRINTER_CLASS = 7
_DISGUISED = frozenset({(0x0416, 0x5011)})
"""Thermal printers that call themselves "vendor specific": packaging/70-kioskifly-*.rules."""


def usb_printers(backend: Any = None) -> list[UsbPrinter]:
    """Return the printers on USB, through pyusb's own way to the bus unless given another.

    Raises:
        UsbSearchError: the bus can't be read.
    """
    import usb.core  # noqa: PLC0415 - only where somebody looks for a printer

    try:
        found = list(usb.core.find(find_all=True, backend=backend))
        return [_describe(device) for device in found if _prints(device)]
    except usb.core.NoBackendError as error:
        reason = Phrase("falta la biblioteca libusb en esta computadora")
        raise UsbSearchError(reason=reason) from error
    except usb.core.USBError as error:
        raise UsbSearchError(reason=Phrase("el sistema no deja leer los aparatos USB")) from error


def _prints(device: Any) -> bool:
    classes = {device.bDeviceClass, *_interface_classes(device)}
    return _PRINTER_CLASS in classes or (device.idVendor, device.idProduct) in _DISGUISED


def _interface_classes(device: Any) -> Iterator[int]:
    for configuration in device:
        for interface in configuration:
            yield interface.bInterfaceClass


def _describe(device: Any) -> UsbPrinter:
    address = f"{device.idVendor:04x}:{device.idProduct:04x}"
    parts = [_said(device, "manufacturer"), _said(device, "product")]
    return UsbPrinter(address, " ".join(part for part in parts if part) or address)


def _said(device: Any, attribute: str) -> str:
    """Return what a device calls itself; without permission to open it, nothing."""
    import usb.core  # noqa: PLC0415 - as above

    try:
        text = getattr(device, attribute)
    except (usb.core.USBError, ValueError, NotImplementedError):
        return ""
    # It comes from the device: only what can be shown.
    return "".join(char for char in text or "" if char.isprintable()).strip()
