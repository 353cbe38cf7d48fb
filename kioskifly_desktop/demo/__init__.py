"""An invented shop to look at, made with the core alone."""

from kioskifly_desktop.demo.example import create_example_shop
from kioskifly_desktop.demo.shop import create_demo_shop
from kioskifly_desktop.demo.top import TOP, Scale, create_top_shop

__all__ = ["TOP", "Scale", "create_demo_shop", "create_example_shop", "create_top_shop"]
