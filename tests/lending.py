"""An administrator who lends what they may, on the spot."""

from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.ui.people.authorize import AuthorizeDialog


def asked():
    """Return the question for an administrator's PIN, which is in front."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AuthorizeDialog)
    return dialog


def lend():
    """Authorize what is asked, as the administrator who has no PIN yet."""
    asked().plain.click()


def lent(shop):
    """Return what was done with what an administrator lent, the last one first."""
    with shop.database.read(_admin(shop)) as work:
        rows = events(work, AuditQuery(AuditKind.OVERRIDE))
    assert all((row.user, row.authorized_by) == ("Cajero", "Administrador") for row in rows)
    return [row.subject for row in rows]


def _admin(shop):
    return next(each for each in shop.read(list_users) if each.may(Permission.AUDIT))
