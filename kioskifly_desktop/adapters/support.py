"""What the screens may ask about the program itself; its parts are loaded when they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.logs import log_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kioskifly_desktop.core.problem_report import ReportPart
    from kioskifly_desktop.core.updates import Release


class AdaptersSupport:
    """Asks and writes what the screens want to know of the program."""

    def __init__(self, folder: Path, logs: Path | None = None) -> None:
        """Tell of the shop in `folder`; its log may be in the folder of another."""
        self._folder = folder
        self._log = log_file(logs or folder)

    @property
    def logs(self) -> Path:
        """Where the log is."""
        return self._log.parent

    def gather(
        self,
        window: Sequence[str],
        progress: Callable[[int, int], object],
        stopped: Callable[[], bool],
    ) -> list[ReportPart]:
        """Return what the problem report says."""
        from kioskifly_desktop.adapters.problem_report import gather  # noqa: PLC0415 - rarely used

        return gather(self._folder, window, progress, stopped, self._log)

    def save_report(self, parts: Sequence[ReportPart], path: Path) -> None:
        """Write the report.

        Raises:
            OutputFileError: the file can't be written.
        """
        from kioskifly_desktop.adapters.problem_report import save  # noqa: PLC0415 - rarely used

        save(parts, path)

    def latest_release(self) -> Release:
        """Ask which version is the newest.

        Raises:
            UpdateUnreachableError, UpdateAnswerError: nobody knows.
        """
        from kioskifly_desktop.adapters.updates import (  # noqa: PLC0415 - once a day
            latest_release,
        )

        return latest_release()
