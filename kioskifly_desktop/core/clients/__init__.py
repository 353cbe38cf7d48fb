"""Clients: the people and firms who buy by name."""

from kioskifly_desktop.core.clients.bulk import NewClient, add_clients, document_holders
from kioskifly_desktop.core.clients.consent import ConsentRow, consent_history
from kioskifly_desktop.core.clients.duplicates import Alike, find_duplicates
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
    checked_values,
    delete_client,
    edit_client,
    get_client,
    restore_client,
)
from kioskifly_desktop.core.clients.tables import client

__all__ = [
    "Alike",
    "Client",
    "ClientFilter",
    "ClientQuery",
    "ClientRequest",
    "ClientRow",
    "ClientSort",
    "ClientTotals",
    "ConsentRow",
    "NewClient",
    "active_client",
    "add_client",
    "add_clients",
    "archive_client",
    "checked_values",
    "client",
    "client_totals",
    "consent_history",
    "count_clients",
    "delete_client",
    "document_holders",
    "edit_client",
    "find_duplicates",
    "get_client",
    "greeting_name",
    "list_clients",
    "restore_client",
]
