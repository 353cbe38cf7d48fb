"""The vendor's tool for plan keys.

Run it with the program's Python, from the repository:

    .venv/bin/python packaging/plan_keys.py pair ~/plan_private.pem
    .venv/bin/python packaging/plan_keys.py key ~/plan_private.pem --plan Comercio \
        --shop 30-12345678-1 --expires 2027-12-31

`pair` makes the private key, which stays with the vendor and never enters the repository, and
prints the public one, to be written as VENDOR_KEY in kioskifly_desktop/core/plan/keys.py. `key`
prints the key of a shop. Changing the pair voids every key given until then, the demo's among
them (DEMO_KEY in kioskifly_desktop/demo/shop.py).
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from kioskifly_desktop.core.plan import PLANS, Feature, Limit, Plan, PlanKey, make_key, read_key

_NO_LIMIT = "none"


def main(arguments: list[str]) -> int:
    """Do what the command line says and return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        print(options.act(options))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Makes the keys of plans.")
    acts = parser.add_subparsers(required=True)
    pair = acts.add_parser("pair", help="make a private key; print the public one, for the program")
    pair.set_defaults(act=_pair)
    key = acts.add_parser("key", help="print a shop's key")
    key.set_defaults(act=_key)
    for each in (pair, key):
        each.add_argument("private", type=Path, help="the file of the private key (PEM)")
    key.add_argument(
        "--plan", required=True, help=f"{', '.join(plan.name for plan in PLANS)}, or another name"
    )
    for limit in Limit:
        key.add_argument(f"--{limit}", type=_most, help="instead of the plan's figure, or none")
    key.add_argument("--features", help=f"instead of the plan's, of: {','.join(Feature)}")
    key.add_argument("--shop", default="", help="the only shop that may use it: CUIT or name")
    key.add_argument("--issued", type=date.fromisoformat, default=datetime.now(UTC).date())
    key.add_argument("--expires", type=date.fromisoformat, help="its last day; never unless said")
    return parser


def _most(text: str) -> int | str:
    return text if text == _NO_LIMIT else int(text)


def _pair(options: argparse.Namespace) -> str:
    signer = Ed25519PrivateKey.generate()
    pem = signer.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    # Only its owner reads it, and one that exists is never lost.
    file = os.open(options.private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "wb") as private:
        private.write(pem)
    return signer.public_key().public_bytes_raw().hex()


def _key(options: argparse.Namespace) -> str:
    signer = load_pem_private_key(options.private.read_bytes(), password=None)
    if not isinstance(signer, Ed25519PrivateKey):
        message = "the private key is not Ed25519"
        raise ValueError(message)  # noqa: TRY004 - of what the file holds
    text = make_key(PlanKey(_plan(options), options.issued, options.shop), signer)
    read_key(text, signer.public_key().public_bytes_raw())
    return text


def _plan(options: argparse.Namespace) -> Plan:
    named = {plan.name: plan for plan in PLANS}
    said = {limit: getattr(options, limit) for limit in Limit}
    given = {limit: None if most == _NO_LIMIT else most for limit, most in said.items() if most}
    if options.plan not in named and len(given) < len(Limit):
        message = f"a plan of its own needs {', '.join(f'--{limit}' for limit in Limit)}"
        raise ValueError(message)
    base = named.get(options.plan, Plan(options.plan, 0, 0, 0, frozenset()))
    features = base.features
    if options.features is not None:
        features = frozenset(Feature(each) for each in options.features.split(",") if each)
    clients, users, registers = (given.get(limit, base.most(limit)) for limit in Limit)
    return Plan(options.plan, clients, users, registers, features, options.expires)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
