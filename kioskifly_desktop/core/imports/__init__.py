"""What is brought in from files and from the notebook: read, shown, then written whole."""

from kioskifly_desktop.core.imports.clients import ClientReady
from kioskifly_desktop.core.imports.either import plan_import, run_import
from kioskifly_desktop.core.imports.fields import FIELDS, ImportField, ImportKind
from kioskifly_desktop.core.imports.mapping import Mapping, choose, guess, remember
from kioskifly_desktop.core.imports.notebook import NotebookDone, NotebookLine, pass_line
from kioskifly_desktop.core.imports.plan import (
    ImportDone,
    ImportPlan,
    Problem,
    Progress,
    check_whole,
)
from kioskifly_desktop.core.imports.products import (
    ProductReady,
)
from kioskifly_desktop.core.imports.table import Source, Table, TableRow, make_table

__all__ = [
    "FIELDS",
    "ClientReady",
    "ImportDone",
    "ImportField",
    "ImportKind",
    "ImportPlan",
    "Mapping",
    "NotebookDone",
    "NotebookLine",
    "Problem",
    "ProductReady",
    "Progress",
    "Source",
    "Table",
    "TableRow",
    "check_whole",
    "choose",
    "guess",
    "make_table",
    "pass_line",
    "plan_import",
    "remember",
    "run_import",
]
