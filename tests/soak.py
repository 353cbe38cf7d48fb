"""Uses the program for long and draws the memory it holds: `python -m tests.soak MINUTES OUT`."""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.check import check
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.theme import font
from tests.busy_shop import BusyShop, furnish

_EACH = 20
_WARM_UP = 0.3
"""What is loaded, compiled and cached by then is the program; what comes later would be a leak."""


def memory():
    """Return how many megabytes of memory the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def soak(folder, seconds, operations=1_000_000, seed=7):
    """Work for so long or so many acts; return what was done and the memory along the way."""
    create_demo_shop(folder, clients=150, months=2)
    application()
    program = Program(folder)
    program.window.show()
    furnish(program.shop, folder / "paper.bin")
    busy = BusyShop(program, seed)
    busy.open_drawer()
    acts: Counter[str] = Counter()
    start, samples = time.monotonic(), []
    while time.monotonic() - start < seconds and busy.done < operations:
        acts[busy.act()] += 1
        if busy.done % _EACH == 0:
            samples.append((time.monotonic() - start, busy.done, memory()))
    problems = program.shop.read(check)
    program.close()
    return {
        "acts": dict(acts),
        "operations": busy.done,
        "seconds": round(time.monotonic() - start),
        "problems": problems,
        "samples": samples,
        **trend([each[2] for each in samples]),
    }


def trend(megabytes):
    """Return how much memory grew once warm, and how much of that is still growing at the end.

    Medians of quarters, as one sample may fall while a dialog is open.
    """
    warm = megabytes[int(len(megabytes) * _WARM_UP) :]
    quarter = max(1, len(warm) // 4)
    parts = [statistics.median(warm[n * quarter : (n + 1) * quarter]) for n in range(4)]
    return {
        "warm_mb": round(parts[0], 1),
        "end_mb": round(parts[3], 1),
        "growth_percent": round((parts[3] / parts[0] - 1) * 100, 2),
        "last_quarter_percent": round((parts[3] / parts[2] - 1) * 100, 2),
    }


def draw(result, file):
    """Draw the memory along the acts."""
    width, height, edge = 1100, 480, 70
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(15))
    samples = result["samples"]
    top = max(each[2] for each in samples) * 1.15
    last = samples[-1][1]
    inner = QRectF(edge, 50, width - edge - 30, height - 110)

    def at(done, megabytes):
        x = inner.left() + inner.width() * done / last
        return QPointF(x, inner.bottom() - inner.height() * megabytes / top)

    painter.setPen(QColor("#555555"))
    painter.drawText(
        QPointF(edge, 32),
        f"Memory held (MB): {result['operations']} acts by the real widgets in "
        f"{result['seconds']} s; once warm {result['growth_percent']:+} %",
    )
    for step in range(0, int(top) + 1, 50):
        place = at(0, step)
        painter.setPen(QPen(QColor("#dddddd"), 1))
        painter.drawLine(place, QPointF(inner.right(), place.y()))
        painter.setPen(QColor("#555555"))
        painter.drawText(QPointF(18, place.y() + 5), str(step))
    for part in range(5):
        place = at(last * part / 4, 0)
        painter.drawText(QPointF(place.x() - 20, inner.bottom() + 26), str(last * part // 4))
    warm = at(last * _WARM_UP, 0).x()
    painter.setPen(QPen(QColor("#999999"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(warm, inner.top()), QPointF(warm, inner.bottom()))
    painter.drawText(QPointF(warm + 6, inner.bottom() - 8), "warm from here")
    painter.setPen(QPen(QColor("#1769aa"), 2))
    painter.drawPolyline(QPolygonF([at(done, held) for _, done, held in samples]))
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(file))


def keep(result, folder):
    """Save the figures and the picture."""
    folder.mkdir(parents=True, exist_ok=True)
    draw(result, folder / "soak.png")
    (folder / "soak.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def main(minutes, out):
    """Work so long and say how it went."""
    with tempfile.TemporaryDirectory() as folder:
        result = soak(Path(folder) / "shop", minutes * 60)
    keep(result, out)
    told = {name: value for name, value in result.items() if name != "samples"}
    sys.stdout.write(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main(float(sys.argv[1]), Path(sys.argv[2]))
