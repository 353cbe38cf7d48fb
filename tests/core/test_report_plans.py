"""A day's report reads its day, however many sales there were on others."""

import pytest
from sqlalchemy import event

from kioskifly_desktop.core.reports import REPORTS, Period, make_report

# What is small whatever the shop sells: read whole, or after the day's rows.
_SMALL = {"client_merge", "user", "register", "expense_category", "among", "account"}
_GROWING = {"journal_entry", "opening", "posting", "sale", "sale_line", "sale_payment"}
_GROWING |= {"points_move", "sale_rebate", "stock_move"}
_OF_A_DAY = [name for name, kind in REPORTS.items() if kind.has_period]


def plans(work, name):
    """Return how SQLite goes about each statement of a day's report."""
    seen = []

    def note(_db, _cursor, statement, parameters, _context, _many):
        seen.append((statement, parameters))

    event.listen(work.db, "before_cursor_execute", note)
    make_report(work, name, Period(work.today, work.today))
    event.remove(work.db, "before_cursor_execute", note)
    return [
        [row[3] for row in work.db.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", values)]
        for asked, values in seen
    ]


@pytest.mark.parametrize("name", _OF_A_DAY)
def test_a_day_reads_its_day_alone(name, database, admin):
    with database.read(admin) as work:
        found = plans(work, name)
    assert found
    for plan in found:
        scanned = {step.split()[1] for step in plan if step.startswith("SCAN")}
        assert scanned <= _SMALL, plan
        if {step.split()[1] for step in plan} & _GROWING:
            assert any(
                "(business_date>? AND business_date<?)" in step or "(at>? AND at<?)" in step
                for step in plan
            ), plan
