"""Times in milliseconds, and what is said of many of them."""

from __future__ import annotations

import platform
import sqlite3
import statistics
from dataclasses import asdict, dataclass
from os import cpu_count

from PySide6.QtCore import qVersion


@dataclass(frozen=True)
class Summary:
    """Many times of the same thing, in milliseconds."""

    rounds: int
    median: float
    p95: float
    worst: float


def summary(times):
    ordered = sorted(times)
    return Summary(
        rounds=len(ordered),
        median=round(statistics.median(ordered), 3),
        p95=round(statistics.quantiles(ordered, n=100)[94] if ordered[1:] else ordered[0], 3),
        worst=round(ordered[-1], 3),
    )


def compared(ours, plain, **about):
    """Return a result: what the program takes, what Qt takes by itself, and how they compare."""
    program, bare = summary(ours), summary(plain)
    return {
        **about,
        "unit": "ms",
        "program": asdict(program),
        "bare": asdict(bare),
        "ratio": round(program.median / bare.median, 2),
        "machine": {
            "processors": cpu_count(),
            "system": platform.platform(),
            "python": platform.python_version(),
            "qt": qVersion(),
            "sqlite": sqlite3.sqlite_version,
        },
    }


def table(results):
    """Return the results as lines of text."""
    lines = [f"{'':44}{'median':>9}{'p95':>9}{'worst':>9}{'ratio':>7}"]
    for name, result in results.items():
        for who, words in (("program", name), ("bare", f"  {result['bare_is']}")):
            times = result[who]
            figures = "".join(f"{times[key]:9.2f}" for key in ("median", "p95", "worst"))
            ratio = f"{result['ratio']:7.2f}" if who == "program" else ""
            lines.append(f"{words:44}{figures}{ratio}")
        if limit := result.get("ratio_limit"):
            verdict = "met" if result["ratio"] <= limit else "NOT met"
            lines.append(f"  at most {limit} times that: {verdict}")
        if limit := result.get("p95_limit"):
            verdict = "met" if result["program"]["p95"] < limit else "NOT met"
            lines.append(f"  p95 under {limit} ms: {verdict}")
    return "\n".join(lines)
