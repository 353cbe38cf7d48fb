"""An import of either kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kioskifly_desktop.core.imports.clients import import_clients, plan_clients
from kioskifly_desktop.core.imports.fields import ImportKind
from kioskifly_desktop.core.imports.plan import no_progress
from kioskifly_desktop.core.imports.products import import_products, plan_products

if TYPE_CHECKING:
    from kioskifly_desktop.core.imports.mapping import Mapping
    from kioskifly_desktop.core.imports.plan import ImportDone, ImportPlan, Progress
    from kioskifly_desktop.core.imports.table import Table
    from kioskifly_desktop.core.work import Work


def plan_import(
    work: Work,
    kind: ImportKind,
    table: Table,
    mapping: Mapping,
    progress: Progress = no_progress,
) -> ImportPlan[Any]:
    """Return which rows can be brought in, and why the others can't.

    Raises:
        ShopError: as `plan_clients` or `plan_products`.
    """
    plan = plan_clients if kind is ImportKind.CLIENTS else plan_products
    return plan(work, table, mapping, progress)


def run_import(
    work: Work, plan: ImportPlan[Any], import_id: str, progress: Progress = no_progress
) -> ImportDone:
    """Write the rows that are ready; all of them or none.

    Raises:
        ShopError: as `import_clients` or `import_products`.
    """
    act = import_clients if plan.kind is ImportKind.CLIENTS else import_products
    return act(work, plan, import_id, progress)
