"""Measures how fast the program is: `python -m tests.bench FOLDER [NAME...]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench import (
    bring_in,
    client_table,
    many_clients,
    offers,
    paper,
    payment,
    reports,
    sale,
    scan,
    search,
    start,
    top,
    wallet,
)
from tests.bench.timing import table

BENCHMARKS = {
    "scan": ("from scan to line painted", scan.run),
    "payment": ("a payment written, with its receipt", payment.run),
    "payment-slow-disk": ("the same, with 2 ms more for a sync", payment.slow_disk),
    "on-account": ("a sale of 10 lines on account, with its ticket", payment.on_account),
    "sale": ("a sale of 10 lines with promotions and points", sale.run),
    "ticket": ("bytes of a ticket of 10 lines", paper.ticket),
    "statement": ("bytes of a statement of 1,000 lines", paper.statement),
    "pdf": ("A4 pages of 10,000 movements", paper.pdf),
    "offers": ("what goes with 5 products, of 1,000,000 lines", offers.run),
    "import": ("100,000 clients from a CSV", bring_in.run),
    "reports": ("a day's reports, of 2,700,000 sales", reports.run),
    "start": ("start to the first paint", start.shell),
    "start-table": ("start to a list of 5,000 clients painted", start.table),
    "search": ("a key in the search, 1,000,000 clients", search.run),
    "client-table": ("the clients painted anew, 1,000,000 of them", client_table.run),
    "wallet": ("first page of a wallet of 1,000,000 movements", wallet.first_page),
    "wallet-deep": ("any page of it", wallet.deep_page),
    "wallet-dialog": ("a wallet, from the key to painted", wallet.dialog),
    "close": ("the close of a day of 1,500 tickets", top.close),
    "copy": ("a copy of a shop of 180,000 sales in use", top.copy),
    "check": ("check of a shop of 180,000 sales", top.prove),
    "check-whole": ("check of a shop of 2,700,000 sales", top.prove_whole),
    "today": ("the day of 5,000 clients", many_clients.run),
}


def main(folder, names):
    """Run the benchmarks of those names, all without any; save each one's figures."""
    folder.mkdir(parents=True, exist_ok=True)
    results = {}
    for name in names or BENCHMARKS:
        words, run = BENCHMARKS[name]
        results[words] = run(folder)
        saved = folder / f"{name}.json"
        saved.write_text(json.dumps(results[words], indent=2) + "\n", encoding="utf-8")
    print(table(results))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
