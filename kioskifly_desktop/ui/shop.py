"""What every screen receives: reads, writes, the person at the counter, and the news."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.users import list_users

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kioskifly_desktop.core.backups import CopyFacts, CopyRow
    from kioskifly_desktop.core.books import Span
    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.documents import Document, PdfPage
    from kioskifly_desktop.core.exports import Cell
    from kioskifly_desktop.core.imports import Source
    from kioskifly_desktop.core.offers import BotSettings, Writer
    from kioskifly_desktop.core.permissions import Permission
    from kioskifly_desktop.core.printers import Answer, Printer, UsbPrinter
    from kioskifly_desktop.core.problem_report import ReportPart
    from kioskifly_desktop.core.reports import Report
    from kioskifly_desktop.core.sounds import Sound
    from kioskifly_desktop.core.updates import Release
    from kioskifly_desktop.core.work import User, Work

P = ParamSpec("P")
T = TypeVar("T")


class Paper(Protocol):
    """What the screens may ask of the paper, without knowing the devices."""

    def save_pdf(self, document: Document, path: Path, page: PdfPage) -> None:
        """Write the document as a PDF file.

        Raises:
            OutputFileError: the file can't be written.
        """

    def save_report(self, report: Report, shop: str, path: Path) -> None:
        """Write a report as a PDF file, under the shop's name.

        Raises:
            OutputFileError: the file can't be written.
        """


class Devices(Protocol):
    """What the screens may ask of the devices. Every call may take seconds: never in their thread.

    None touches the shop's file.
    """

    def probe(self, printer: Printer) -> Answer:
        """Ask a printer what it can answer, printing nothing."""

    def usb_printers(self) -> list[UsbPrinter]:
        """Return the printers found on USB.

        Raises:
            UsbSearchError: the bus can't be read.
        """

    def queues(self) -> list[str]:
        """Return the names of the system's print queues."""

    def play(self, sound: Sound) -> bool:
        """Start a sound, at once; False where there is nothing to play it with."""


class Bot(Protocol):
    """What the screens may ask of who words offers. Every call may take seconds: as `Devices`."""

    def writer(self, settings: BotSettings) -> Writer | None:
        """Return who words an offer; None for the shop's own texts.

        Raises:
            KeyStoreError: the key can't be read.
        """

    def probe(self, settings: BotSettings, key: str | None = None) -> str:
        """Ask a service for a made-up text and return it; `key` is one not kept yet.

        Raises:
            WriterError: it doesn't answer as it should.
            KeyStoreError: the key can't be read.
        """

    def has_key(self, settings: BotSettings) -> bool:
        """Tell whether this computer keeps a key of the service."""

    def save_key(self, settings: BotSettings, key: str) -> None:
        """Keep the key of the service.

        Raises:
            KeyStoreError: it can't be kept.
        """

    def forget_key(self, settings: BotSettings) -> None:
        """Forget the key of the service."""


class Vault(Protocol):
    """What the screens may ask of copies, whether or not the shop opens. As `Devices`."""

    def facts(self, path: Path, passphrase: str | None = None) -> CopyFacts:
        """Return what a copy holds, once it is proved; None for the words of this computer.

        Raises:
            BackupError: it can't be opened, or can't be trusted.
            KeyStoreError: the words can't be read.
        """


class Copies(Vault, Protocol):
    """What the screens may ask of the copies of the open shop. As `Devices`."""

    def make(self, by: User | None = None) -> CopyRow:
        """Make a copy now, for who asks for it.

        Raises:
            ShopError: it can't be made; why is kept for the screens.
        """

    def settings_changed(self) -> None:
        """Look at the clock again; this takes no time."""

    def rows(self, place: Path) -> list[CopyRow]:
        """Return the copies in a folder, the newest first.

        Raises:
            BackupUnreadableError: it can't be read.
        """

    def keep_passphrase(self, text: str) -> None:
        """Keep the words of the next copies.

        Raises:
            PassphraseShortError: they are soon guessed.
            KeyStoreError: they can't be kept.
        """


class Exchange(Protocol):
    """What the screens may ask of files of other programs. Calls may take seconds: as `Devices`."""

    def read_rows(self, path: Path) -> Source:
        """Return the rows of a CSV, an XLSX or a vCard.

        Raises:
            ExchangeError: it can't be read as one of them.
        """

    def write_rows(
        self,
        path: Path,
        titles: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        progress: Callable[[int], None],
    ) -> int:
        """Write rows to an XLSX or a CSV and return how many they were.

        Raises:
            OutputFileError: the file can't be written.
        """

    def write_journal(self, work: Work, span: Span, path: Path) -> int:
        """Write the entries of a span as the file's name asks for, and return how many they were.

        Raises:
            OutputFileError: the file can't be written.
        """

    def write_text(self, path: Path, text: str) -> None:
        """Write a text file.

        Raises:
            OutputFileError: the file can't be written.
        """


class Support(Protocol):
    """What the screens may ask about the program itself, whether or not the shop opens.

    As `Devices`, but for where the log is.
    """

    @property
    def logs(self) -> Path:
        """Where the log is."""

    def gather(
        self,
        window: Sequence[str],
        progress: Callable[[int, int], object],
        stopped: Callable[[], bool],
    ) -> list[ReportPart]:
        """Return what the problem report says; `window` is what only a window knows.

        Once `stopped`, the books are not looked at any further.
        """

    def save_report(self, parts: Sequence[ReportPart], path: Path) -> None:
        """Write the report in one zip.

        Raises:
            OutputFileError: the file can't be written.
        """

    def latest_release(self) -> Release:
        """Ask which version is the newest.

        Raises:
            UpdateUnreachableError, UpdateAnswerError: nobody knows.
        """


class _Undone(Exception):  # noqa: N818 - no error: it ends a trial
    def __init__(self, overrides: tuple[Permission, ...]) -> None:
        super().__init__()
        self.overrides = overrides


class Shop(QObject):
    """The open shop, as the screens see it."""

    changed = Signal()
    """Something was committed: visible screens read again."""
    printing_changed = Signal()
    """A print job moved."""
    user_changed = Signal()
    """Another person is at the counter."""
    lock_wanted = Signal()
    """Who is at the counter leaves it."""

    copies_changed = Signal()
    """A copy was made, or failed."""
    restore_wanted = Signal(object, object)
    """Somebody asked for a copy in the place of the shop: its path, and its words or None."""

    first_run_wanted = Signal()
    """Somebody wants to see the first steps again."""
    example_wanted = Signal()
    """Somebody wants to look at a shop of invented data."""
    own_shop_wanted = Signal()
    """Somebody has looked enough at it."""

    def __init__(
        self,
        database: Database,
        user: User,
        paper: Paper,
        devices: Devices,
        bot: Bot,
        *,
        copies: Copies,
        exchange: Exchange,
        support: Support,
    ) -> None:
        super().__init__()
        self.database = database
        self.user = user
        self.lender: User | None = None
        self.paper = paper
        self.devices = devices
        self.bot = bot
        self.copies = copies
        self.exchange = exchange
        self.support = support

    def read(
        self, query: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `query(work, ...)` on what is committed."""
        with self.database.read(self.user) as work:
            return query(work, *args, **kwargs)

    def read_apart(
        self, query: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return the same, for a thread of `ui/background`."""
        with self.database.read_apart(self.user) as work:
            return query(work, *args, **kwargs)

    def write(
        self, act: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `act(work, ...)` after committing all it did, or raise having done nothing.

        Raises:
            NotAllowedError: `fields["wanted"]` is every permission that the act lacks.
        """
        try:
            with self.database.write(self.user, self.lender) as work:
                result = act(work, *args, **kwargs)
        except NotAllowedError as error:
            error.fields["wanted"] = self._wanted(error, act, *args, **kwargs)
            raise
        self.note_change()
        return result

    def _wanted(
        self,
        error: NotAllowedError,
        act: Callable[Concatenate[Work, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> tuple[Permission, ...]:
        """Return what an act lacks, by doing it as an administrator may and undoing it."""
        lender = next(each for each in self.read(list_users) if each.is_admin)
        try:
            with self.database.write(self.user, lender) as work:
                act(work, *args, **kwargs)
                raise _Undone(tuple(work.overrides))  # noqa: TRY301 - the way to undo it
        except _Undone as undone:
            return undone.overrides
        except ShopError:
            return (error.fields["permission"],)

    def writing_apart(self, act: Callable[[Work], T]) -> Callable[[], T]:
        """Return what does `act` in a thread of `ui/background`; `note_change` has to follow.

        It is done for who is at the counter now, with what is lent now.
        """
        user, lender = self.user, self.lender

        def write() -> T:
            with self.database.write(user, lender) as work:
                return act(work)

        return write

    def reading_apart(self, query: Callable[[Work], T]) -> Callable[[], T]:
        """Return what reads in a thread of `ui/background`, with what is lent now.

        A read leaves nothing: the write that notes it has to need the same.
        """
        user = self.lender or self.user

        def read() -> T:
            with self.database.read_apart(user) as work:
                return query(work)

        return read

    def may(self, permission: Permission) -> bool:
        """Tell whether an act is allowed now: to the person, or to who lends what they may."""
        return self.user.may(permission) or (
            self.lender is not None and self.lender.may(permission)
        )

    @contextmanager
    def lent_by(self, authorizer: User | None) -> Iterator[None]:
        """Write meanwhile with what somebody else may, who gave their PIN; the audit keeps it."""
        before, self.lender = self.lender, authorizer
        try:
            yield
        finally:
            self.lender = before

    def note_change(self) -> None:
        """Tell the screens that something was committed."""
        self.changed.emit()
        self.printing_changed.emit()

    def note_printing(self) -> None:
        """Tell the screens that a print job moved."""
        self.printing_changed.emit()

    def note_copies(self) -> None:
        """Tell the screens that a copy was made, or failed."""
        self.copies_changed.emit()

    def switch_user(self, user: User) -> None:
        """Put another person at the counter."""
        self.user = user
        self.user_changed.emit()
