"""A USB bus in memory, behind pyusb's own interface to the library that reads the real one."""

from __future__ import annotations

import errno
import os
from types import SimpleNamespace
from typing import NamedTuple

import usb.core


class Gadget(NamedTuple):
    """A device: who made it, what it is, and the class of its only interface."""

    vendor: int
    product: int
    interface_class: int
    name: str = ""
    opens: bool = True


class Bus:
    """Gives pyusb the descriptors of the gadgets that are plugged in."""

    def __init__(self, *gadgets):
        self.gadgets = gadgets

    def enumerate_devices(self):
        return iter(self.gadgets)

    def get_device_descriptor(self, dev):
        return SimpleNamespace(
            bLength=18,
            bDescriptorType=1,
            bcdUSB=0x200,
            bDeviceClass=0,
            bDeviceSubClass=0,
            bDeviceProtocol=0,
            bMaxPacketSize0=64,
            idVendor=dev.vendor,
            idProduct=dev.product,
            bcdDevice=0x100,
            iManufacturer=0,
            iProduct=2 if dev.name else 0,
            iSerialNumber=0,
            bNumConfigurations=1,
            address=1,
            bus=1,
            port_number=1,
            port_numbers=(1,),
            speed=3,
        )

    def get_configuration_descriptor(self, _dev, _config):
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=2,
            wTotalLength=32,
            bNumInterfaces=1,
            bConfigurationValue=1,
            iConfiguration=0,
            bmAttributes=0x80,
            bMaxPower=50,
            extra_descriptors=[],
        )

    def get_interface_descriptor(self, dev, intf, alt, _config):
        if intf or alt:
            raise IndexError
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=4,
            bInterfaceNumber=0,
            bAlternateSetting=0,
            bNumEndpoints=0,
            bInterfaceClass=dev.interface_class,
            bInterfaceSubClass=1,
            bInterfaceProtocol=2,
            iInterface=0,
            extra_descriptors=[],
        )

    def open_device(self, dev):
        if not dev.opens:
            raise usb.core.USBError(os.strerror(errno.EACCES), errno=errno.EACCES)
        return dev

    def close_device(self, dev_handle):
        pass

    def ctrl_transfer(self, dev_handle, _kind, _request, value, _index, data, _timeout):
        letters = dev_handle.name.encode("utf-16-le")
        text = b"\x04\x03\x09\x04"  # the languages: one
        if value & 0xFF:
            text = bytes((len(letters) + 2, 3)) + letters
        data[: len(text)] = type(data)("B", text)
        return len(text)
