"""The pictures of the program itself: its settings, the problem report, a newer version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.updates import Release, allow_question, note_answer
from kioskifly_desktop.tour_tools import open_dialog, wait_for
from kioskifly_desktop.ui.support.report_dialog import ReportDialog

if TYPE_CHECKING:
    from tests.screenshots import Camera

NOTES = "Cierre de caja más rápido.\nLa ticketera avisa antes de quedarse sin papel."


def shoot_support(camera: Camera) -> None:
    """Take them all, and leave the question as it was."""
    shop, window = camera.shop, camera.window
    window.show_program()
    camera.shoot("programa")
    shop.write(allow_question, allowed=True)
    shop.write(note_answer, Release("9.0.0", "https://kioskifly.example/descargar", NOTES))
    camera.shoot("programa-version-nueva")
    shop.write(allow_question, allowed=False)
    window.report_problem()
    dialog = open_dialog(ReportDialog)
    dialog.note.setPlainText("Cobré con QR y la ventana se quedó quieta.")
    wait_for(dialog.save_button.isEnabled)
    camera.shoot("informe-de-problema")
    dialog.reject()
