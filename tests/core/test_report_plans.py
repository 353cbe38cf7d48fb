"""A day's report reads its day, however many sales there were on others."""

import pytest
from sqlalchemy import event

from kioskifly_desktop.core.reports import REPORTS, Period, ReportName, make_report

# What is small whatever the shop sells: read whole, or after the day's rows.
_SMALL = {"client_merge", "user", "register", "expense_category", "among", "account"}
_GROWING = {"journal_entry", "opening", "posting", "sale", "sale_line", "sale_payment"}
_GROWING |= {"points_move", "sale_rebate", "stock_move"}
_BY_DAY = ("(business_date>? AND business_date<?)", "(at>? AND at<?)")
# What an account came with is asked of the days' index alone, and of the account's last movement.
_OPENING = ("COVERING INDEX ix_journal_entry_business_date", "(account_id=? AND id<?)")
_WAYS = dict.fromkeys((ReportName.TRIAL, ReportName.LEDGER), _BY_DAY + _OPENING)
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
            assert any(way in step for step in plan for way in _WAYS.get(name, _BY_DAY)), plan
