"""Kioskifly Desktop: the point of sale of an Argentine kiosk."""

__version__ = "0.1.0"
