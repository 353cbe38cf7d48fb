"""The question of the newest version, over real sockets."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kioskifly_desktop.adapters import updates
from kioskifly_desktop.adapters.updates import latest_release
from kioskifly_desktop.core.errors import UpdateAnswerError, UpdateUnreachableError
from kioskifly_desktop.core.updates import MAX_ANSWER, Release

GOOD = {"version": "0.2.0", "page": "https://kioskifly.example/descargar", "notes": "Nuevo"}


class Site:
    def __init__(self):
        self.seen = []
        self.status = 200
        self.body = json.dumps(GOOD).encode()
        self.headers = {}
        self.drip = threading.Event()
        """Set: a byte at a time, and never the last."""
        self.closing = threading.Event()
        self.url = ""


@contextmanager
def site():
    state = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            length = int(self.headers.get("Content-Length", 0))
            state.seen.append((self.path, dict(self.headers), self.rfile.read(length)))
            self.send_response(state.status)
            for name, value in state.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if not state.drip.is_set():
                self.wfile.write(state.body)
                return
            while not state.closing.wait(0.02):
                self.wfile.write(b" ")
                self.wfile.flush()

        def log_message(self, *_args):
            pass

        def handle(self):
            with suppress(OSError):  # who asked hung up
                super().handle()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_port}/version.json"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield state
    finally:
        state.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def asked():
    with site() as state:
        yield state


def test_the_question_says_nothing_of_the_shop(asked):
    assert latest_release(asked.url) == Release(**GOOD)
    ((path, headers, body),) = asked.seen
    assert path == "/version.json"
    assert body == b""
    assert {name.lower(): value for name, value in headers.items()} == {
        "host": asked.url.split("/")[2],
        "user-agent": "Kioskifly",
        "accept-encoding": "identity",
        "connection": "close",
    }


def test_the_environment_may_say_where(asked, monkeypatch):
    monkeypatch.setenv("KIOSKIFLY_UPDATES_URL", asked.url)
    assert latest_release().version == "0.2.0"


@pytest.mark.parametrize("status", [204, 301, 302, 307, 401, 404, 500, 503])
def test_any_other_status_is_no_answer(asked, status):
    asked.status = status
    asked.headers = {"Location": "https://malo.example/version.json"}
    asked.body = b""
    with pytest.raises(UpdateAnswerError):
        latest_release(asked.url)
    assert len(asked.seen) == 1


def test_a_redirection_is_not_followed_even_to_a_good_answer(asked):
    with site() as other:
        asked.status, asked.headers = 302, {"Location": other.url}
        with pytest.raises(UpdateAnswerError):
            latest_release(asked.url)
        assert other.seen == []


def test_an_answer_too_long_is_left_unread(asked):
    asked.body = json.dumps(GOOD).encode() + b" " * (MAX_ANSWER * 50)
    with pytest.raises(UpdateAnswerError):
        latest_release(asked.url)


def test_an_answer_that_never_ends_is_left(asked, monkeypatch):
    monkeypatch.setattr(updates, "_ALL_SECONDS", 0.2)
    asked.drip.set()
    with pytest.raises(UpdateAnswerError):
        latest_release(asked.url)


def test_silence_is_no_answer(monkeypatch):
    monkeypatch.setattr(updates, "_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(UpdateUnreachableError):
        latest_release(f"http://127.0.0.1:{mute.getsockname()[1]}/version.json")


def test_nobody_there_is_no_answer():
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(UpdateUnreachableError):
        latest_release(f"http://127.0.0.1:{port}/version.json")


def test_what_does_not_speak_http_is_no_answer():
    with socket.create_server(("127.0.0.1", 0)) as odd:

        def speak():
            connection, _ = odd.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"220 correo\r\n")

        thread = threading.Thread(target=speak)
        thread.start()
        with pytest.raises(UpdateUnreachableError):
            latest_release(f"http://127.0.0.1:{odd.getsockname()[1]}/version.json")
        thread.join()


def test_a_site_that_cannot_prove_who_it_is_gets_no_question(asked):
    # What listens there speaks no TLS, as who stands between would not speak the site's.
    with pytest.raises(UpdateUnreachableError):
        latest_release(asked.url.replace("http:", "https:"))
    assert asked.seen == []


@pytest.mark.parametrize(
    "url",
    [
        "http://kioskifly.example/version.json",
        "http://127.0.0.1.malo.example:80/version.json",
        "ftp://127.0.0.1:21/version.json",
        "file:///etc/hostname",
        "http://[::1/version.json",
        "nada",
    ],
)
def test_nothing_is_asked_in_the_open(url):
    with pytest.raises(UpdateUnreachableError):
        latest_release(url)
