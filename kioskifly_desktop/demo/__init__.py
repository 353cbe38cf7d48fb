"""An invented shop to look at, made with the core alone."""

from kioskifly_desktop.demo.example import create_example_shop
from kioskifly_desktop.demo.shop import create_demo_shop

__all__ = ["create_demo_shop", "create_example_shop"]
