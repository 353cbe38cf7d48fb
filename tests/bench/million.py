"""A shop of a million clients with names, documents and telephones, made once and kept."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import replace

from kioskifly_desktop.core.clients import add_clients
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.settings import save_shop_profile
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.demo.people import People
from kioskifly_desktop.demo.shop import DEMO_KEY, PROFILE

_BATCH = 20_000


def million(folder, clients):
    """Return the folder of a shop with that many, making it if it isn't there."""
    made = folder / f"people-{clients}"
    if (made / FILE_NAME).exists():
        return made
    unfinished = folder / f"{made.name}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    with closing(open_shop(unfinished)) as database:
        with database.read() as work:
            admin = next(user for user in list_users(work) if user.is_admin)
            people = People(random.Random(6), work.today)  # the same shop every time
        with database.write(admin) as work:
            save_shop_profile(work, PROFILE)
            install_plan(work, DEMO_KEY)
        for first in range(0, clients, _BATCH):
            with database.write(admin) as work:
                numbers = range(first, min(first + _BATCH, clients))
                asked = (people.request(number) for number in numbers)
                add_clients(work, [replace(each, accepts_messages=True) for each in asked])
    return unfinished.rename(made)
