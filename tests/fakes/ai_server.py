"""A local server that speaks OpenAI's two interfaces, as it should or in one of many wrong ways."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PIECE = 9
"""Characters of each piece that is streamed."""
_TICK = 0.05

GOOD = "¡Hola, {nombre}! Tenemos {producto} a {precio}. Te esperamos en {kiosco}."


@dataclass
class Request:
    """What the server was asked."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class AiServer:
    """Answers as `script` says, one mode a request, and then as `mode` says.

    `text` is what it writes, else a good one made of what it is told; `products` what it says that
    it named; `elsewhere` is where it sends who asks.
    """

    url: str
    mode: str = "ok"
    script: list[str] = field(default_factory=list)
    text: str = ""
    products: list[str] | None = None
    pace: float = 0.0
    elsewhere: str = ""
    seen: list[Request] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def answer(self, told: dict[str, Any]) -> str:
        """Return the JSON that it writes of what it is told."""
        first = told["productos"][0]
        price = first.get("precio_oferta") or first["precio"]
        text = self.text or GOOD.replace("{producto}", first["nombre"]).replace("{precio}", price)
        named = [first["nombre"]] if self.products is None else self.products
        return json.dumps({"mensaje": text, "productos": named}, ensure_ascii=False)


@contextmanager
def ai_server(**chosen: Any):
    """Give a running server."""
    http = _Server(("127.0.0.1", 0), _Handler)
    server = AiServer(f"http://127.0.0.1:{http.server_port}/v1", **chosen)
    http.ai = server  # type: ignore[attr-defined]  # what the handler finds
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        http.shutdown()
        thread.join()
        http.server_close()


_ERRORS = {
    "401": (401, "invalid_api_key", "Incorrect API key provided: {key}"),
    "403": (403, "unsupported_country", "Country not supported"),
    "402": (402, "no_balance", "Insufficient balance"),
    "404": (404, "not_found", "Not found"),
    "no_model": (404, "model_not_found", "The model does not exist"),
    "429": (429, "rate_limit_exceeded", "Rate limit reached"),
    "quota": (429, "insufficient_quota", "You exceeded your current quota"),
    "500": (500, "server_error", "boom {key}"),
    "503": (503, "overloaded", "overloaded"),
    "400": (400, "bad_request", "bad {key}"),
}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_args: object) -> None:
        """Say nothing of a client that went away."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        """Answer."""
        ai: AiServer = self.server.ai  # type: ignore[attr-defined]  # put there by ai_server
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        ai.seen.append(Request(self.path, {n.lower(): v for n, v in self.headers.items()}, body))
        mode = ai.script.pop(0) if ai.script else ai.mode
        with suppress(BrokenPipeError, ConnectionResetError):  # nobody listens any more
            self._answer(ai, body, mode)

    def _answer(self, ai: AiServer, body: dict[str, Any], mode: str) -> None:
        if mode == "no_schema":
            mode = "400" if "response_format" in body else "ok"
        if mode in _ERRORS:
            self._error(*_ERRORS[mode])
        elif mode == "html":
            self._whole(200, "text/html", b"<html>Bienvenido al wifi del hotel</html>")
        elif mode == "redirect":
            self._whole(
                307, "text/html", b"", location=ai.elsewhere + self.path.removeprefix("/v1")
            )
        elif mode == "hang":
            ai.stopping.wait(30)
            self.close_connection = True
        elif mode == "slow_headers":
            self._trickle(ai, b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 10_000)
        elif self.path.endswith("/responses"):
            self._responses(ai, body, mode)
        else:
            self._chat(ai, body, mode)

    def _error(self, status: int, code: str, message: str) -> None:
        key = self.headers.get("authorization", "").removeprefix("Bearer ")
        error = {"message": message.format(key=key), "type": code, "code": code}
        self._whole(status, "application/json", json.dumps({"error": error}).encode())

    def _whole(self, status: int, kind: str, content: bytes, **more: str) -> None:
        self.send_response(status)
        for name, value in {"content-type": kind, **more}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _responses(self, ai: AiServer, body: dict[str, Any], mode: str) -> None:
        told = json.loads(body["input"])
        response = {
            "id": "resp_1",
            "object": "response",
            "created_at": 1,
            "model": body["model"],
            "output": [],
            "parallel_tool_calls": False,
            "tool_choice": "auto",
            "tools": [],
        }
        self._open_stream()
        self._event("response.created", response=response | {"status": "in_progress"})
        if mode == "refusal":
            place = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
            self._event("response.refusal.delta", delta="No puedo", **place)
        for piece in self._pieces(ai, told, mode):
            self._event(
                "response.output_text.delta",
                item_id="msg_1",
                output_index=0,
                content_index=0,
                delta=piece,
                logprobs=[],
            )
        if mode in {"failed", "failed_quota"}:
            code = "server_error" if mode == "failed" else "insufficient_quota"
            error = {"code": code, "message": "boom"}
            failed = response | {"status": "failed", "error": error}
            self._event("response.failed", response=failed)
        elif mode in {"incomplete", "filtered"}:
            why = "max_output_tokens" if mode == "incomplete" else "content_filter"
            reason = {"reason": why}
            cut = response | {"status": "incomplete", "incomplete_details": reason}
            self._event("response.incomplete", response=cut)
        elif mode != "unended":
            self._event("response.completed", response=response | {"status": "completed"})
        self._chunk(b"")

    def _chat(self, ai: AiServer, body: dict[str, Any], mode: str) -> None:
        told = json.loads(body["messages"][-1]["content"])
        self._open_stream()
        for piece in self._pieces(ai, told, mode):
            self._say(body, {"content": piece}, None)
        if mode == "refusal":
            self._say(body, {"refusal": "No puedo"}, None)
        elif mode != "unended":
            ends = {"incomplete": "length", "filtered": "content_filter"}
            self._say(body, {}, ends.get(mode, "stop"))
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _say(self, body: dict[str, Any], delta: dict[str, Any], finish: str | None) -> None:
        chunk = {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": body["model"],
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }
        self._chunk(f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode())

    def _pieces(self, ai: AiServer, told: dict[str, Any], mode: str):
        """Give what is written, piece by piece, as the mode spoils it."""
        if mode in {"empty", "refusal"}:
            return
        answer = {
            "invalid_json": '{"mensaje": "Hola',
            "not_json": "¡Hola! Acá va tu oferta.",
            "list": '["hola"]',
            "numbers": '{"mensaje": 7, "productos": []}',
            "empty_text": '{"mensaje": "  ", "productos": []}',
            "fenced": f"Acá va:\n```json\n{ai.answer(told)}\n```\n",
            "thinking": f'<think>Un {{"mensaje": "no"}} no.</think>\n{ai.answer(told)}',
            "endless": ai.answer(told).replace("¡Hola", "¡Hola" * 10_000),
        }.get(mode) or ai.answer(told)
        for number, start in enumerate(range(0, len(answer), PIECE)):
            if number == 2 and mode == "stall":
                ai.stopping.wait(30)
            if number == 2 and mode == "cut":
                self.connection.shutdown(2)
                raise BrokenPipeError
            if number == 2 and mode == "trickle":
                self._trickle(ai, b": still here\n\n" * 1000, chunked=True)
            if ai.pace:
                time.sleep(ai.pace)
            yield answer[start : start + PIECE]

    def _trickle(self, ai: AiServer, content: bytes, *, chunked: bool = False) -> None:
        """Send a byte now and then, for ever."""
        for byte in content:
            if ai.stopping.wait(_TICK):
                break
            if chunked:
                self._chunk(bytes([byte]))
            else:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
        self.close_connection = True
        raise BrokenPipeError

    def _open_stream(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self._number = 0

    def _event(self, kind: str, **more: Any) -> None:
        self._number += 1
        content = json.dumps({"type": kind, "sequence_number": self._number, **more})
        self._chunk(f"event: {kind}\ndata: {content}\n\n".encode())

    def _chunk(self, content: bytes) -> None:
        self.wfile.write(b"%x\r\n%b\r\n" % (len(content), content))
        self.wfile.flush()
