"""Starts one program, says when it was painted and what memory it took: `start_child.py WHAT FOLDER`.

Times are of the clock of the whole system, so that whoever starts it can count from before.
"""

import sys
import time

WHAT, FOLDER = sys.argv[1], sys.argv[2]
_GIVE_UP_MS = 60_000


def say(**figures):
    import json
    import os
    import resource

    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with open("/proc/self/statm", encoding="ascii") as file:
        figures["rss_mb"] = int(file.read().split()[1]) * resource.getpagesize() / 1e6
    # The command line keeps what is printed until it is over.
    print(json.dumps(figures), file=sys.__stdout__, flush=True)
    os._exit(0)  # what closing takes is none of this


def empty():
    """A window of PySide6 with nothing in it."""
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def event(self, event):
            result = super().event(event)
            if event.type() == QEvent.Type.Paint:
                moment = time.monotonic()
                QTimer.singleShot(0, lambda: say(painted=moment))
            return result

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 768)
    window.show()
    app.exec()


def shell():
    """The program as `kioskifly` starts it, to its first paint."""
    import kioskifly_desktop.__main__  # noqa: F401
    from kioskifly_desktop.ui.shell import show_shell

    if show_shell().is_painted:
        say(painted=time.monotonic())


def table(page="clients"):
    """The program as `kioskifly` starts it, to the list of clients painted with its rows."""
    import kioskifly_desktop.__main__ as start
    import kioskifly_desktop.ui.shell as seen

    moments = {}
    show_shell, leave_shell = seen.show_shell, seen.leave_shell

    def shell_shown():
        shell = show_shell()
        moments["shell"] = time.monotonic()
        return shell

    def window_shown():
        from PySide6.QtCore import QEvent, QObject, QTimer
        from PySide6.QtWidgets import QApplication

        from kioskifly_desktop.ui.main_window import MainWindow

        leave_shell()
        moments["window"] = time.monotonic()
        window = next(
            each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)
        )

        class Paints(QObject):
            def eventFilter(self, widget, event):
                if event.type() == QEvent.Type.Paint and seen_table.model().rowCount():
                    painted = time.monotonic
                    QTimer.singleShot(0, lambda: settle(painted()))
                return False

        def settle(painted):
            moments.setdefault("painted", painted)
            if page == "memory":  # once the pages that load behind are there
                QTimer.singleShot(4000, lambda: say(**moments))
            else:
                say(**moments)

        seen_table = window.show_page("clients").table
        paints = Paints(seen_table)
        seen_table.viewport().installEventFilter(paints)
        window.paints = paints
        QTimer.singleShot(_GIVE_UP_MS, lambda: say(failed="never painted"))

    seen.show_shell, seen.leave_shell = shell_shown, window_shown
    sys.argv = ["kioskifly", "--data", FOLDER]
    start.main()


if __name__ == "__main__":
    if WHAT == "memory":
        table("memory")
    else:
        {"empty": empty, "shell": shell, "table": table}[WHAT]()
