"""The services that word offers, each wrong way they may answer, through the real client."""

import json
import logging
import socket
import threading
import traceback

import pytest

from kioskifly_desktop.adapters.writers import ChatWriter, ResponsesWriter
from kioskifly_desktop.adapters.writers.service import Service
from kioskifly_desktop.core.errors import (
    WriterAnswerError,
    WriterBusyError,
    WriterCancelledError,
    WriterKeyError,
    WriterKeyMissingError,
    WriterModelError,
    WriterQuotaError,
    WriterRefusedError,
    WriterServerError,
    WriterTimeoutError,
    WriterUnreachableError,
)
from tests.fakes.ai_server import ai_server

KEY = "sk-secreta-0123456789"
DEADLINE, PATIENCE = 0.7, 60
SILENT = ("hang", "stall", "trickle", "slow_headers")
TOLD = {
    "objetivo": "Agradecer",
    "tono": "Breve",
    "productos": [{"nombre": "Alfajor", "precio": "$ 1.000", "veces": 1, "motivo": "seguido"}],
}
WROTE = "¡Hola, {nombre}! Tenemos Alfajor a $ 1.000. Te esperamos en {kiosco}."


@pytest.fixture
def server():
    with ai_server() as running:
        yield running


@pytest.fixture(params=[ResponsesWriter, ChatWriter])
def kind(request):
    return request.param


def writer(kind, url, **chosen):
    return kind(Service(url, "modelo", KEY, **({"deadline": PATIENCE} | chosen)))


def drafts_of(asked, told=TOLD):
    return list(asked.stream(told, lambda: False))


def test_the_text_grows_and_the_last_draft_is_whole(kind, server):
    drafts = drafts_of(writer(kind, server.url))
    assert drafts[-1].text == WROTE
    assert drafts[-1].products == ("Alfajor",)
    assert [draft.whole for draft in drafts] == [False] * (len(drafts) - 1) + [True]
    assert len(drafts) > 4
    assert all(WROTE.startswith(draft.text) for draft in drafts)


def test_what_is_asked_of_openai_is_not_kept_there(server):
    drafts_of(writer(ResponsesWriter, server.url))
    (request,) = server.seen
    assert request.path == "/v1/responses"
    assert request.body["store"] is False
    assert request.body["model"] == "modelo"
    assert json.loads(request.body["input"]) == TOLD
    wanted = request.body["text"]["format"]
    assert wanted["strict"] is True
    assert wanted["schema"]["properties"]["productos"]["items"]["enum"] == ["Alfajor"]
    assert request.headers["authorization"] == f"Bearer {KEY}"


def test_a_compatible_server_is_asked_for_the_same(server):
    drafts_of(writer(ChatWriter, server.url))
    (request,) = server.seen
    assert request.path == "/v1/chat/completions"
    assert json.loads(request.body["messages"][-1]["content"]) == TOLD
    assert request.body["response_format"]["json_schema"]["strict"] is True


def test_a_server_without_schemas_is_asked_without(server):
    server.mode = "no_schema"
    assert drafts_of(writer(ChatWriter, server.url))[-1].text == WROTE
    assert ["response_format" in request.body for request in server.seen] == [True, False]


@pytest.mark.parametrize(
    ("mode", "error"),
    [
        ("401", WriterKeyError),
        ("402", WriterQuotaError),
        ("403", WriterKeyError),
        ("429", WriterBusyError),
        ("quota", WriterQuotaError),
        ("no_model", WriterModelError),
        ("404", WriterModelError),
        ("500", WriterServerError),
        ("503", WriterServerError),
        ("html", WriterAnswerError),
        ("cut", WriterUnreachableError),
        ("invalid_json", WriterAnswerError),
        ("not_json", WriterAnswerError),
        ("list", WriterAnswerError),
        ("numbers", WriterAnswerError),
        ("empty", WriterAnswerError),
        ("empty_text", WriterAnswerError),
        ("incomplete", WriterAnswerError),
        ("endless", WriterAnswerError),
        ("filtered", WriterRefusedError),
        ("unended", WriterAnswerError),
        ("refusal", WriterRefusedError),
        *((mode, WriterTimeoutError) for mode in SILENT),
    ],
)
def test_each_wrong_answer_is_its_own_sentence(kind, server, mode, error):
    server.mode = mode
    deadline = DEADLINE if mode in SILENT else PATIENCE
    with pytest.raises(error) as raised:
        drafts_of(writer(kind, server.url, deadline=deadline))
    assert str(raised.value).endswith(".")
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("mode", "error"), [("failed", WriterServerError), ("failed_quota", WriterQuotaError)]
)
def test_a_response_that_failed_says_why(server, mode, error):
    server.mode = mode
    with pytest.raises(error):
        drafts_of(writer(ResponsesWriter, server.url))


def test_a_plain_bad_request_is_the_servers_trouble(server, kind):
    server.mode = "400"
    with pytest.raises(WriterServerError):
        drafts_of(writer(kind, server.url))


@pytest.mark.parametrize("mode", ["fenced", "thinking"])
def test_what_is_said_around_the_answer_is_left_out(server, mode):
    server.mode = mode
    drafts = drafts_of(writer(ChatWriter, server.url))
    assert (drafts[-1].text, drafts[-1].products) == (WROTE, ("Alfajor",))
    assert all(WROTE.startswith(draft.text) for draft in drafts)


def test_who_sends_elsewhere_is_not_followed(kind, server):
    with ai_server() as elsewhere:
        server.mode, server.elsewhere = "redirect", elsewhere.url
        with pytest.raises(WriterServerError):
            drafts_of(writer(kind, server.url))
        assert elsewhere.seen == []


def test_a_name_server_that_is_silent_holds_nobody(kind, monkeypatch):
    answer = threading.Event()
    real = socket.getaddrinfo

    def silent(*args, **more):
        answer.wait()
        return real(*args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    try:
        with pytest.raises(WriterTimeoutError):
            drafts_of(writer(kind, "http://localhost:9/v1", deadline=DEADLINE))
    finally:
        answer.set()


@pytest.mark.parametrize("mode", SILENT)
def test_who_waits_no_more_leaves_at_once_whatever_it_does(kind, server, mode):
    server.mode = mode
    asked = writer(kind, server.url, deadline=PATIENCE * 10)
    with pytest.raises(WriterCancelledError):
        list(asked.stream(TOLD, lambda: bool(server.seen)))


@pytest.mark.parametrize("mode", SILENT)
def test_the_thread_that_listened_ends(kind, server, mode):
    server.mode = mode
    with pytest.raises(WriterTimeoutError):
        drafts_of(writer(kind, server.url, deadline=DEADLINE))
    for thread in threading.enumerate():
        if thread.name == "writer":
            thread.join()


@pytest.mark.parametrize("key", ["sk-clavé", "sk-a\nb", "“sk-abc”", "sk-\u200babc"])
def test_a_key_that_no_header_carries_is_no_key(kind, server, key):
    with pytest.raises(WriterKeyError):
        drafts_of(kind(Service(server.url, "modelo", key)))
    assert server.seen == []


def test_nobody_listens(kind):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(WriterUnreachableError):
        drafts_of(writer(kind, f"http://127.0.0.1:{port}/v1"))


def test_a_name_that_no_one_has(kind):
    with pytest.raises((WriterUnreachableError, WriterTimeoutError)):
        drafts_of(writer(kind, "http://no-existe.invalid/v1"))


def test_it_stops_when_nobody_waits(kind, server):
    server.pace = 0.02
    cancelled = threading.Event()
    stream = writer(kind, server.url, deadline=PATIENCE * 10).stream(TOLD, cancelled.is_set)
    assert next(stream).text
    cancelled.set()
    with pytest.raises(WriterCancelledError):
        next(stream)


def test_a_draft_left_half_way_lets_go_of_the_service(kind, server):
    server.pace = 0.02
    stream = writer(kind, server.url, deadline=PATIENCE).stream(TOLD, lambda: False)
    next(stream)
    stream.close()
    assert drafts_of(writer(kind, server.url))[-1].text == WROTE


def test_openai_is_not_asked_without_a_key(server):
    with pytest.raises(WriterKeyMissingError):
        list(ResponsesWriter(Service(server.url, "modelo")).stream(TOLD, lambda: False))
    assert server.seen == []


def test_a_server_without_keys_needs_none(server):
    asked = ChatWriter(Service(server.url, "modelo"))
    assert drafts_of(asked)[-1].whole


def test_the_computers_environment_has_no_say(kind, server, monkeypatch):
    for name, value in {
        "OPENAI_API_KEY": "sk-ajena",
        "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
        "OPENAI_ORG_ID": "org-ajena",
        "OPENAI_PROJECT_ID": "proj-ajeno",
        "OPENAI_ADMIN_KEY": "sk-ajena",
        "OPENAI_CUSTOM_HEADERS": "Authorization: Bearer sk-ajena\nX-Otro: ajeno\nHost: ajeno",
        "HTTP_PROXY": "http://127.0.0.1:9",
        "ALL_PROXY": "http://127.0.0.1:9",
    }.items():
        monkeypatch.setenv(name, value)
    assert drafts_of(writer(kind, server.url))[-1].text == WROTE
    headers = server.seen[0].headers
    assert headers["authorization"] == f"Bearer {KEY}"
    assert "ajen" not in str(headers)


def test_only_the_headers_that_are_needed_leave(kind, server):
    drafts_of(writer(kind, server.url))
    assert set(server.seen[0].headers) == {
        *("accept", "authorization", "content-length", "content-type", "host", "user-agent")
    }


@pytest.mark.parametrize("mode", ["ok", "401", "500", "cut", "html", "hang", "400"])
def test_the_key_is_told_to_nobody_else(kind, server, mode, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    server.mode = mode
    asked = writer(kind, server.url, deadline=DEADLINE if mode == "hang" else PATIENCE)
    told = ""
    try:
        drafts_of(asked)
    except Exception as error:  # noqa: BLE001 - whatever it is
        told = "".join(traceback.format_exception(error)) + repr(error)
    printed = "".join(capfd.readouterr())
    for words in (repr(asked), told, caplog.text, printed):
        assert KEY not in words
