"""The orders of the shop's plan: see it, and load the key of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import DONE, Parser, command, print_json, reading, writing
from kioskifly_desktop.core.es_ar import format_date

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.core.plan import Plan


def add_plan_commands(commands: Any) -> None:
    """Add `plan show` and `plan install`."""
    plan = commands.add_parser("plan", help="muestra el plan del negocio o carga otro")
    acts = plan.add_subparsers(
        required=True, metavar="show|install", dest="plan", parser_class=Parser
    )
    show = command(acts, "show", _show, "muestra el plan, sus límites y lo que se usa")
    install = command(acts, "install", _install, "carga la clave de un plan")
    # A terminal that is given a key without quotes may split it where the mail broke it.
    install.add_argument("key", nargs="+", metavar="CLAVE")
    for parser in (show, install):
        parser.add_argument("--json", action="store_true")


def _show(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.plan import (  # noqa: PLC0415
        FEATURE_NAMES,
        plan_status,
        plan_uses,
    )

    with reading(options) as work:
        status = plan_status(work)
        uses = plan_uses(work)
    plan = status.plan
    if options.json:
        limits = {use.limit.value: {"used": use.used, "most": use.most} for use in uses}
        print_json(_as_json(plan) | {"limits": limits, "problem": status.problem})
        return DONE
    if status.problem:
        print(status.problem)
    print(f"Plan {plan.name}, {_until(plan)}.")
    for use in uses:
        print(f"  {use}")
    for feature, name in FEATURE_NAMES.items():
        print(f"  {name}: {'sí' if feature in plan.features else 'no'}")
    return DONE


def _install(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.plan import install_plan  # noqa: PLC0415

    with writing(options) as work:
        plan = install_plan(work, " ".join(options.key))
    if options.json:
        print_json(_as_json(plan))
    else:
        print(f"El negocio tiene el plan {plan.name}, {_until(plan)}.")
    return DONE


def _as_json(plan: Plan) -> dict[str, Any]:
    return {
        "name": plan.name,
        "expires": plan.expires.isoformat() if plan.expires else None,
        "features": sorted(plan.features),
    }


def _until(plan: Plan) -> str:
    return f"hasta el {format_date(plan.expires)}" if plan.expires else "sin vencimiento"
