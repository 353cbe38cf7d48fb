"""The pictures of the first steps and of the example: `python -m tests.screenshots_first_run OUT`.

They need a new shop, and also a small screen: each size has a process of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.first_run import FirstStep
from kioskifly_desktop.core.printers import Transport
from kioskifly_desktop.demo import create_example_shop
from kioskifly_desktop.tour_tools import open_dialog, picture_of, prepare_screen, settle
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.first_run.first_run_dialog import FirstRunDialog
from kioskifly_desktop.ui.theme import Look, theme

SIZES = ((1366, 768), (911, 512))


class _Camera:
    def __init__(self, program: Program, out: Path, label: str) -> None:
        self.program = program
        self.out = out
        self.label = label

    def shoot(self, name: str) -> None:
        settle()
        picture_of(self.program.window).save(str(self.out / f"{name}-{self.label}.png"))

    def steps(self) -> None:
        self.program.window.show_first_run()
        dialog = open_dialog(FirstRunDialog)
        steps: Any = dialog.steps
        form, administrator, printer = steps[0].form, steps[1], steps[2]
        dialog.show_step(FirstStep.SHOP)
        self.shoot("primeros-1")
        form.line("name").clear()
        QTest.keyClicks(form.line("cuit"), "27-12345678-4")
        form.check_cuit()
        self.shoot("primeros-1-cuit")
        dialog.forward()
        self.shoot("primeros-1-error")
        dialog.show_step(FirstStep.ADMINISTRATOR)
        self.shoot("primeros-2")
        QTest.keyClicks(administrator.pins.pin, "1234")
        self.shoot("primeros-2-debil")
        QTest.keyClicks(administrator.pins.again, "4321")
        dialog.forward()
        self.shoot("primeros-2-error")
        administrator.later.setChecked(True)
        self.shoot("primeros-2-sin-pin")
        administrator.later.setChecked(False)
        dialog.show_step(FirstStep.PRINTER)
        self.shoot("primeros-3")
        printer.ways.choose(Transport.TCP)
        dialog.forward()
        self.shoot("primeros-3-error")
        QTest.keyClicks(printer.addresses.parts[Transport.TCP][0], "127.0.0.1")
        dialog.forward()
        self.shoot("primeros-3-prueba")
        QTest.qWait(1500)
        self.shoot("primeros-3-no-contesta")
        printer.refuse()
        self.shoot("primeros-3-no")
        printer.ways.choose(None)
        self.shoot("primeros-3-sin")
        dialog.forward()
        self.shoot("primeros-4")
        dialog.reject()
        self.program.window.show_page(keys.SETTINGS)
        self.shoot("primeros-ajustes")


def main(out: Path, width: int, height: int) -> None:
    """Take the pictures of one screen size."""
    prepare_screen(out, (width, height))
    application()
    for name in ("nuevo", "ejemplo"):
        folder = out / f"{name}-{width}"
        shutil.rmtree(folder, ignore_errors=True)
        if name == "ejemplo":
            create_example_shop(folder)
        program = Program(folder)
        program.window.resize(width, height)
        program.window.show()
        try:
            for look in (Look.LIGHT, Look.DARK):
                theme.apply(application(), look)
                camera = _Camera(program, out, f"{look.value}-{width}")
                if name == "ejemplo":
                    camera.shoot("ejemplo-venta")
                else:
                    camera.steps()
        finally:
            program.close(copy=False)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        main(target, int(sys.argv[2]), int(sys.argv[3]))
    else:
        for size in SIZES:
            command: list[str | Path] = [
                sys.executable,
                "-m",
                "tests.screenshots_first_run",
                target,
            ]
            subprocess.run([*command, *map(str, size)], check=True)
