"""Keys of plans, signed by a vendor of the tests' own."""

from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kioskifly_desktop.core.plan import Feature, Plan, PlanKey, make_key

VENDOR = Ed25519PrivateKey.generate()
PUBLIC = VENDOR.public_key().public_bytes_raw()
ISSUED = date(2026, 1, 2)


def plan(name="Prueba", clients=2, users=3, registers=4, features=tuple(Feature), expires=None):
    """Return a plan smaller than the free one."""
    return Plan(name, clients, users, registers, frozenset(features), expires)


def key(granted=None, *, shop="", signer=VENDOR):
    """Return the text of a key."""
    return make_key(PlanKey(granted or plan(), ISSUED, shop), signer)
