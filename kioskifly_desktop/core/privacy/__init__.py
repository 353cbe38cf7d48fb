"""What is held of a client as a person: shown, taken out and deleted (docs/decisions/0012)."""

from kioskifly_desktop.core.privacy.anonymise import anonymise_client
from kioskifly_desktop.core.privacy.file import client_file, note_taken
from kioskifly_desktop.core.privacy.paper import card_words, file_paper

__all__ = ["anonymise_client", "card_words", "client_file", "file_paper", "note_taken"]
