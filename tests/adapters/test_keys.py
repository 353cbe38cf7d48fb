"""Secrets in the system's keyring, or in a file that only its owner reads."""

import json
import stat

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from kioskifly_desktop.adapters.keys import KeyStore
from kioskifly_desktop.core.errors import KeyStoreError


class Keyring(KeyringBackend):
    """A keyring that can be locked."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.secrets = {}
        self.locked = False

    @property
    def name(self):
        return "Llavero"

    def _open(self):
        if self.locked:
            raise KeyringLocked

    def get_password(self, service, username):
        self._open()
        return self.secrets.get((service, username))

    def set_password(self, service, username, password):
        self._open()
        self.secrets[service, username] = password

    def delete_password(self, service, username):
        self._open()
        if (service, username) not in self.secrets:
            raise PasswordDeleteError
        del self.secrets[service, username]


@pytest.fixture
def keyring():
    return Keyring()


def test_a_secret_is_in_the_keyring_alone(tmp_path, keyring):
    store = KeyStore(tmp_path, keyring)
    store.save("copias", "mate amargo")
    assert list(tmp_path.iterdir()) == []
    assert (store.get("copias"), store.get("otra")) == ("mate amargo", "")
    store.save("copias", "")
    assert store.get("copias") == ""
    store.save("copias", "")  # there is nothing to forget
    assert keyring.secrets == {}


def test_where_the_keyring_is_locked_a_file_of_its_owner_holds_it(tmp_path, keyring):
    keyring.locked = True
    store = KeyStore(tmp_path / "config", keyring)
    store.save("copias", "mate amargo")
    store.save("https://api.openai.com", "sk-1")
    (file,) = (tmp_path / "config").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text("utf-8")) == {
        "copias": "mate amargo",
        "https://api.openai.com": "sk-1",
    }
    assert store.get("copias") == "mate amargo"


def test_the_last_one_saved_counts_wherever_it_went(tmp_path, keyring):
    store = KeyStore(tmp_path, keyring)
    store.save("copias", "la primera")
    keyring.locked = True
    store.save("copias", "la segunda")
    keyring.locked = False
    assert store.get("copias") == "la segunda"
    store.save("copias", "la tercera")
    assert store.get("copias") == "la tercera"
    assert json.loads((tmp_path / "claves.json").read_text("utf-8")) == {}


def test_what_a_locked_keyring_holds_is_not_said_to_be_forgotten(tmp_path, keyring):
    store = KeyStore(tmp_path, keyring)
    store.save("copias", "mate amargo")
    keyring.locked = True
    with pytest.raises(KeyStoreError, match="bloqueado"):
        store.save("copias", "")


def test_a_file_that_is_none_is_a_sentence(tmp_path, keyring):
    (tmp_path / "claves.json").write_text("{", "utf-8")
    with pytest.raises(KeyStoreError, match="dañado"):
        KeyStore(tmp_path, keyring).get("copias")
