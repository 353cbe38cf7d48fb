"""An invented shop to look at, made with the core alone."""

from kioskifly_desktop.demo.shop import create_demo_shop

__all__ = ["create_demo_shop"]
