"""Keys of services: kept where only their owner reads them, each for its own address."""

import json
import logging
import subprocess
import sys
import traceback

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from kioskifly_desktop.adapters.bot import AdaptersBot
from kioskifly_desktop.adapters.writers import ResponsesWriter
from kioskifly_desktop.adapters.writers.keys import KeyStore, keys_folder
from kioskifly_desktop.adapters.writers.service import Service
from kioskifly_desktop.core.contact import Tone, WriterKind
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import KeyStoreError, WriterError
from kioskifly_desktop.core.offers import (
    OPENAI_URL,
    BotSettings,
    plan_offer,
    save_bot_settings,
    write_offer,
)
from tests.factories import make_client, make_product, sell
from tests.fakes.ai_server import ai_server

KEY, OTHER = "sk-secreta-0123456789", "sk-otra-9876543210"
LOCAL = "http://localhost:11434/v1"


class Ring(KeyringBackend):
    """A keyring in memory; with `trouble` it does nothing else than raise it."""

    priority = 0

    def __init__(self, trouble=None):
        super().__init__()
        self.kept = {}
        self.trouble = trouble

    def _try(self):
        if self.trouble is not None:
            raise self.trouble

    def get_password(self, service, username):
        self._try()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._try()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._try()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class Forgetful(Ring):
    """A keyring that is switched off: takes all, keeps nothing."""

    def set_password(self, service, username, password):
        pass


class DBusError(Exception):
    """What a keyring's own library raises; nothing of `keyring` is above it."""


NONE = (NoKeyringError("No recommended backend was available"),)
LOCKED = (KeyringLocked("locked"), DBusError(f"it was given {KEY}"), OSError("socket"))


@pytest.fixture
def keys(tmp_path):
    return tmp_path / "config"


@pytest.fixture
def ring():
    return Ring()


@pytest.fixture
def store(keys, ring):
    return KeyStore(keys, ring)


def file_of(keys):
    return keys / "claves.json"


def test_the_keyring_keeps_the_key_and_no_file_does(store, ring, keys):
    store.save(OPENAI_URL, KEY)
    assert ring.kept == {("Kioskifly", "https://api.openai.com"): KEY}
    assert not keys.exists()
    assert store.get(OPENAI_URL) == KEY


def test_a_key_is_told_to_its_own_address_only(store):
    store.save(OPENAI_URL, KEY)
    store.save(LOCAL, OTHER)
    assert store.get("https://api.openai.com/other/path") == KEY
    assert store.get(LOCAL) == OTHER
    for strange in (
        "http://api.openai.com/v1",
        "https://api.openai.com:8443/v1",
        "https://api.openai.com.ladron.example/v1",
        "http://localhost:11435/v1",
        "http://127.0.0.1:11434/v1",
    ):
        assert store.get(strange) == ""


def test_an_address_is_the_same_in_capitals(store):
    store.save("https://API.OpenAI.com/v1", KEY)
    assert store.get(OPENAI_URL) == KEY


def test_a_key_is_forgotten(store, ring):
    store.save(OPENAI_URL, KEY)
    store.save(OPENAI_URL, "")
    store.save(OPENAI_URL, "")
    assert (ring.kept, store.get(OPENAI_URL)) == ({}, "")


@pytest.mark.parametrize("trouble", [*NONE, *LOCKED], ids=repr)
def test_without_a_keyring_a_file_keeps_it_for_its_owner_alone(keys, trouble):
    store = KeyStore(keys, Ring(trouble))
    store.save(OPENAI_URL, KEY)
    store.save(LOCAL, OTHER)
    file = file_of(keys)
    assert json.loads(file.read_text("utf-8")) == {
        "https://api.openai.com": KEY,
        "http://localhost:11434": OTHER,
    }
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(keys.iterdir()) == [file]
    assert (store.get(OPENAI_URL), store.get(LOCAL)) == (KEY, OTHER)


def test_a_file_that_others_read_is_closed_to_them(keys):
    keys.mkdir()
    file_of(keys).write_text("{}")
    file_of(keys).chmod(0o644)
    KeyStore(keys, Ring(*NONE)).save(LOCAL, KEY)
    assert file_of(keys).stat().st_mode & 0o777 == 0o600


def test_a_keyring_that_is_switched_off_is_none(keys):
    KeyStore(keys, Forgetful()).save(OPENAI_URL, KEY)
    assert KeyStore(keys, Forgetful()).get(OPENAI_URL) == KEY


def test_a_key_that_the_keyring_did_not_take_is_newer_than_what_it_has(store, ring):
    store.save(OPENAI_URL, OTHER)
    ring.trouble = LOCKED[0]
    store.save(OPENAI_URL, KEY)
    ring.trouble = None
    assert store.get(OPENAI_URL) == KEY


def test_a_key_that_the_keyring_takes_leaves_the_file(store, ring, keys):
    ring.trouble = LOCKED[0]
    store.save(OPENAI_URL, OTHER)
    ring.trouble = None
    store.save(OPENAI_URL, KEY)
    assert OTHER not in file_of(keys).read_text("utf-8")
    assert store.get(OPENAI_URL) == KEY


def test_a_locked_keyring_has_no_key_to_tell(store, ring):
    store.save(OPENAI_URL, KEY)
    ring.trouble = LOCKED[0]
    assert store.get(OPENAI_URL) == ""


def test_a_key_in_a_locked_keyring_is_not_said_to_be_forgotten(store, ring):
    store.save(OPENAI_URL, KEY)
    ring.trouble = LOCKED[0]
    with pytest.raises(KeyStoreError, match="llavero del sistema: está cerrado"):
        store.save(OPENAI_URL, "")
    ring.trouble = None
    assert store.get(OPENAI_URL) == KEY


def test_a_key_in_the_file_is_forgotten_where_there_is_no_keyring(keys):
    store = KeyStore(keys, Ring(*NONE))
    store.save(OPENAI_URL, KEY)
    store.save(OPENAI_URL, "")
    assert store.get(OPENAI_URL) == ""
    assert KEY not in file_of(keys).read_text("utf-8")


DAMAGED = ["", "no es json", "[1]", "null", '{"https://api.openai.com": 7}', '{"a": "b"']


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_is_a_sentence_and_a_new_key_mends_it(keys, content):
    keys.mkdir()
    file_of(keys).write_text(content)
    store = KeyStore(keys, Ring(*NONE))
    with pytest.raises(KeyStoreError, match=r"claves\.json: está dañado"):
        store.get(OPENAI_URL)
    store.save(OPENAI_URL, KEY)
    assert store.get(OPENAI_URL) == KEY


def test_a_file_that_is_no_text_is_damaged(keys):
    keys.mkdir()
    file_of(keys).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeyStoreError, match="está dañado"):
        KeyStore(keys, Ring(*NONE)).get(OPENAI_URL)


def test_a_file_that_can_not_be_read_is_a_sentence(keys):
    file_of(keys).mkdir(parents=True)
    store = KeyStore(keys, Ring(*NONE))
    for act in (lambda: store.get(LOCAL), lambda: store.save(LOCAL, KEY)):
        with pytest.raises(KeyStoreError, match="es una carpeta") as raised:
            act()
        assert KEY not in "".join(traceback.format_exception(raised.value))


def test_a_folder_that_can_not_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KeyStoreError, match="no es una carpeta"):
        KeyStore(tmp_path / "file" / "config", Ring(*NONE)).save(LOCAL, KEY)


def test_no_half_written_file_is_left(keys):
    file_of(keys).mkdir(parents=True)
    with pytest.raises(KeyStoreError):
        KeyStore(keys, Ring(*NONE))._write({"https://api.openai.com": KEY})
    assert list(keys.iterdir()) == [file_of(keys)]


def test_the_systems_own_keyring_is_asked(keys):
    program = (
        "import sys, pathlib, keyring\n"
        "from tests.adapters.test_keys import Ring, KEY, LOCAL, KeyStore\n"
        "ring = Ring(); keyring.set_keyring(ring)\n"
        "KeyStore(pathlib.Path(sys.argv[1])).save(LOCAL, KEY)\n"
        "print(list(ring.kept))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, keys], capture_output=True, text=True, check=False
    )
    assert done.stdout == "[('Kioskifly', 'http://localhost:11434')]\n", done.stderr
    assert not keys.exists()


def test_a_keyring_that_can_not_be_loaded_is_none(keys, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.backend")
    monkeypatch.setattr("keyring.core._keyring_backend", None)
    store = KeyStore(keys)
    store.save(LOCAL, KEY)
    assert store.get(LOCAL) == KEY


def test_the_folder_is_the_users_and_not_the_shops(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert keys_folder().name == "kioskifly"
    assert tmp_path in keys_folder().parents


@pytest.mark.parametrize("kind", [WriterKind.OPENAI, WriterKind.COMPATIBLE])
@pytest.mark.parametrize("mode", ["ok", "401", "400", "cut"])
def test_the_key_goes_to_its_service_and_nowhere_else(
    tmp_path, database, write, read, caplog, capfd, kind, mode
):
    caplog.set_level(logging.DEBUG)
    with ai_server(mode=mode) as server:
        settings = BotSettings(kind, local_url=server.url, local_model="modelo")
        write(save_bot_settings, settings)
        product = write(make_product, "Alfajor Jorgito", price=1_500_00, tracks_stock=False)
        client = write(make_client, "Marta Benítez")
        write(sell, (product, 1), cash=1_500_00, client_id=client)
        bot = AdaptersBot(KeyStore(tmp_path / "config", Ring(*NONE)), deadline=60)
        bot.save_key(settings, f"  {KEY}\n")
        assert bot.has_key(settings)
        writer = bot.writer(settings)
        if kind is WriterKind.OPENAI:
            # OpenAI's address is its own: the same writer, asked here.
            assert isinstance(writer, ResponsesWriter)
            assert writer.service.url == OPENAI_URL
            writer = ResponsesWriter(Service(server.url, "modelo", writer.service.key))
        plan = read(plan_offer, client)
        written = write_offer(plan, Tone.SHORT, kind, writer)
        said = [repr(writer), repr(written), written.note]
        try:
            said.append(bot.probe(settings, "" if kind is WriterKind.OPENAI else KEY))
        except WriterError as error:
            said.extend((str(error), repr(error), "".join(traceback.format_exception(error))))
        assert server.seen
        for request in server.seen:
            assert request.headers["authorization"] == f"Bearer {KEY}"
            assert KEY not in str(request.body)
    shop = b"".join(each.read_bytes() for each in (tmp_path / "shop").iterdir())
    assert FILE_NAME in {each.name for each in (tmp_path / "shop").iterdir()}
    assert KEY.encode() not in shop
    for words in (*said, caplog.text, repr(caplog.records), *capfd.readouterr()):
        assert KEY not in words


def test_what_talks_to_services_is_imported_only_when_asked():
    program = (
        "import sys, kioskifly_desktop.app, kioskifly_desktop.cli_offers;"
        "print(sorted({'openai', 'httpx2', 'keyring', 'pydantic_core'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout == "[]\n", done.stderr
