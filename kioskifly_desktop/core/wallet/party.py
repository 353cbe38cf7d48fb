"""The client as papers name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.papers import Party

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import Client


def party_of(owner: Client) -> Party:
    """Return how papers name a client."""
    return Party(owner.id, owner.name, owner.document_type, owner.document_number)
