"""Clients: the people and firms who buy by name."""

from kioskifly_desktop.core.clients.consent import ConsentRow, consent_history
from kioskifly_desktop.core.clients.greeting import greeting_name
from kioskifly_desktop.core.clients.listing import (
    ClientFilter,
    ClientQuery,
    ClientRow,
    ClientSort,
    ClientTotals,
    client_totals,
    count_clients,
    list_clients,
)
from kioskifly_desktop.core.clients.record import (
    Client,
    ClientRequest,
    active_client,
    add_client,
    archive_client,
    client,
    delete_client,
    edit_client,
    get_client,
    restore_client,
)

__all__ = [
    "Client",
    "ClientFilter",
    "ClientQuery",
    "ClientRequest",
    "ClientRow",
    "ClientSort",
    "ClientTotals",
    "ConsentRow",
    "active_client",
    "add_client",
    "archive_client",
    "client",
    "client_totals",
    "consent_history",
    "count_clients",
    "delete_client",
    "edit_client",
    "get_client",
    "greeting_name",
    "list_clients",
    "restore_client",
]
