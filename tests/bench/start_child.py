"""Starts one program; says when it was painted and the memory it took: `start_child WHAT FOLDER`.

Times are of the clock of the whole system, so that whoever starts it can count from before.
"""

import sys
import time
from pathlib import Path

WHAT, FOLDER = sys.argv[1], sys.argv[2]
_GIVE_UP_MS = 60_000
_LOADED_MS = 4000


def say(**figures):
    import json
    import os
    import resource

    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    figures["rss_mb"] = pages * resource.getpagesize() / 1e6
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


def table(settle_ms=0):
    """The program as `kioskifly` starts it, to the list of clients painted with its rows."""
    import kioskifly_desktop.__main__ as start
    import kioskifly_desktop.ui.shell as seen

    moments, watchers = {}, []
    show_shell, leave_shell = seen.show_shell, seen.leave_shell

    def shell_shown():
        shell = show_shell()
        moments["shell"] = time.monotonic()
        return shell

    def window_shown():
        from PySide6.QtCore import QEvent, QObject, QTimer
        from PySide6.QtWidgets import QApplication, QTableView

        from kioskifly_desktop.ui.main_window import MainWindow

        leave_shell()
        moments["window"] = time.monotonic()
        window = next(
            each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)
        )

        seen_table = window.show_page("clients").findChild(QTableView)
        assert isinstance(seen_table, QTableView)
        rows = seen_table.model()

        class Paints(QObject):
            def eventFilter(self, _widget, event):
                if event.type() == QEvent.Type.Paint and rows.rowCount():
                    painted = time.monotonic
                    QTimer.singleShot(0, lambda: settle(painted()))
                return False

        def settle(painted):
            moments.setdefault("painted", painted)
            QTimer.singleShot(settle_ms, lambda: say(**moments))

        paints = Paints(seen_table)
        seen_table.viewport().installEventFilter(paints)
        watchers.append(paints)
        QTimer.singleShot(_GIVE_UP_MS, lambda: say(failed="never painted"))

    seen.show_shell, seen.leave_shell = shell_shown, window_shown
    sys.argv = ["kioskifly", "--data", FOLDER]
    start.main()


def memory():
    """The program some seconds after its start, all that loads behind the window loaded."""
    import kioskifly_desktop.__main__ as start
    import kioskifly_desktop.ui.shell as seen

    leave_shell = seen.leave_shell

    def window_shown():
        from PySide6.QtCore import QTimer

        leave_shell()
        QTimer.singleShot(_LOADED_MS, say)

    seen.leave_shell = window_shown
    sys.argv = ["kioskifly", "--data", FOLDER]
    start.main()


def listed():
    """The program with its list of clients shown."""
    table(settle_ms=_LOADED_MS)


if __name__ == "__main__":
    {each.__name__: each for each in (empty, shell, table, memory, listed)}[WHAT]()
