"""No text of the screens escapes translation, and none of the translations is left half done."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import string
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.errors import TextTooLongError
from kioskifly_desktop.core.phrases import Phrase, joined
from kioskifly_desktop.ui import keys, language
from kioskifly_desktop.ui.language import Language, Words, speak
from kioskifly_desktop.ui.sentences import kept, said, words_of
from kioskifly_desktop.ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
CODE = ROOT / "kioskifly_desktop"
TS = ROOT / "resources" / "translations" / "kioskifly_en.ts"

_TOLD = {"tr": 0, "_tr": 0, "Phrase": 0, "translate": 1, "phrase_of": 1, "QT_TRANSLATE_NOOP": 1}
"""What marks a text, and which of its arguments it is."""
_TAKEN_ALONG = {
    "core/errors/base.py": "a sentence marked where it is written",
    "core/phrases.py": "texts put together of others",
    "core/books/accounts.py": "a group's name, marked where it is written",
    "core/registers.py": "a concept, marked where it is written",
    "core/offers/compose.py": "a reason, marked where it is written",
    "ui/keys.py": "the words of a key, marked where it is written",
    "ui/key_rules.py": "the name of a page or a reason, marked where it is written",
    "ui/language.py": "the translator itself",
    "ui/sentences.py": "what core said",
    "ui/contact/words.py": "the name of a state, marked where it is written",
    "ui/sale/means.py": "the name of a means, marked where it is written",
}
"""Where a text that is not written there is translated, and whose it is."""
_NOT_SHOWN = (
    *("setObjectName", "setProperty", "property", "setStyleSheet", "QKeySequence", "getLogger"),
    *("debug", "info", "warning", "error", "critical", "exception", "TypeVar", "setStyle"),
    *("setFamilies", "QFont", "setApplicationName", "setDesktopFileName", "findChild"),
)
_NAMES = {
    "Kioskifly": "the program's own name",
    "Español": "a language in its own words",
    "English": "a language in its own words",
    "Ana": "who Kiosk-IA is tried with",
    "Enter": "what is written on a key",
    "Esc": "what is written on a key",
    "Tab": "what is written on a key",
    "Return": "Qt's name of a key",
    "Insert": "Qt's name of a key",
    "Del": "Qt's name of a key",
    "Ins": "Qt's name of a key",
    "Left": "Qt's name of a key",
    "Python": "the language's own name",
    "Alt": "what is written on a key",
    "Inter": "a font",
    "Fusion": "a style of Qt",
    "SettingsPage": "a name in code",
    "La próxima vez que abras Kioskifly, va a estar en castellano.": "told in its own language",
    "Kioskifly will be in English the next time you open it.": "told in its own language",
    "idioma language inglés english español spanish": "looked for in any language",
}
_SPANISH = {
    "ui/stylesheet.py": "words of Qt's style sheets",
    "ui/guide.py": "headings of the guide, which is in Spanish",
    "ui/support/parts.py": "names of libraries and of licences",
    "ui/support/window_facts.py": "lines of the problem report, which is in Spanish",
}
"""Modules whose texts no screen shows in another language."""
_KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\w+")
_LOOKS_SHOWN = re.compile(
    r"[^\W\d_]{2,} [^\W\d_]|[áéíóúñÁÉÍÓÚÑ¿¡«]|^\W*[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,}(?!\w)"
)
_FIELDS = string.Formatter()


def _tool():
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = _tool()


@pytest.fixture(scope="module")
def english(tmp_path_factory):
    """What screens are translated with, built from the file that people edit."""
    qm = tmp_path_factory.mktemp("qm") / "kioskifly_en.qm"
    tool.build(TS, qm)
    return qm


@pytest.fixture
def speaking(qapp, english):
    """The application in English."""
    words = Words(qapp)
    assert words.load(str(english))
    qapp.installTranslator(words)
    yield words
    qapp.removeTranslator(words)


def _messages(ts: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(ts).getroot().iter("context")
        for message in context.iter("message")
    }


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _modules(folder: str = "") -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((CODE / folder).rglob("*.py")):
        yield path.relative_to(CODE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _told(tree: ast.Module) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Give each call that translates or marks a text, and the text's expression."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _name(call) in _TOLD:
            place = _TOLD[_name(call)]
            if len(call.args) > place:
                yield call, call.args[place]


def test_the_file_has_every_text_of_the_code_and_no_other(tmp_path):
    fresh = tmp_path / TS.name
    shutil.copy(TS, fresh)
    tool.collect(fresh)
    assert set(_messages(fresh)) == set(_messages(TS)), "make translations"


def test_lupdate_sees_every_text_that_is_marked():
    seen = Counter(source for _, source in _messages(TS))
    marked = {
        text.value
        for _, tree in _modules()
        for _, text in _told(tree)
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value
    }
    assert marked == set(seen)


def test_only_texts_written_there_are_marked():
    """`tr(variable)` and `tr(f"...")` translate what nobody collects."""
    found = {
        f"{name}:{call.lineno}"
        for name, tree in _modules()
        for call, text in _told(tree)
        if not isinstance(text, ast.Constant)
        and name not in _TAKEN_ALONG
        and not _is_definition(tree, call)
        and _is_of_qt(call)
    }
    assert found == set()


def _is_definition(tree: ast.Module, call: ast.Call) -> bool:
    """Tell whether a call stands in the `_tr` of its module."""
    return any(
        call in ast.walk(each)
        for each in tree.body
        if isinstance(each, ast.FunctionDef) and each.name == "_tr"
    )


def _is_of_qt(call: ast.Call) -> bool:
    """Tell whether it isn't a painter's or a string's `translate`."""
    owner = ast.unparse(call.func).rpartition(".")[0]
    return _name(call) != "translate" or owner.endswith("QCoreApplication")


def test_every_text_of_the_screens_is_marked():
    loose = [
        f"{name}:{n}: {text}"
        for name, tree in _modules("ui")
        if name not in _SPANISH
        for n, text in _loose(tree)
    ]
    assert not loose, "\n".join(loose)


def _loose(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give the texts of a module of screens that would be shown as they are."""
    hidden: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            hidden.add(node.value)
        elif isinstance(node, ast.Call) and _name(node) in _TOLD:
            # What fills a phrase is looked at; what stands beside a text, such as its context, not.
            hidden |= set(node.args)
        elif isinstance(node, ast.Call) and _name(node) in _NOT_SHOWN and not _sets_synonyms(node):
            hidden |= {each for argument in node.args for each in ast.walk(argument)}
        elif isinstance(node, ast.Assert) and node.msg:
            hidden |= set(ast.walk(node.msg))
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            hidden |= set(ast.walk(node.annotation))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in hidden:
            text = node.value
            if _LOOKS_SHOWN.search(text) and not _is_name(text):
                yield node.lineno, text


def _is_name(text: str) -> bool:
    plain = text.strip(" ·«")
    return not plain or plain in _NAMES or bool(_KEYS.fullmatch(plain))


def _sets_synonyms(call: ast.Call) -> bool:
    return bool(call.args) and ast.unparse(call.args[0]) == "'synonyms'"


def test_every_text_is_translated():
    assert tool.unfinished(TS) == []


def _placeholders(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in _FIELDS.parse(text) if name is not None)


def _edges(text: str) -> tuple[str, str, bool]:
    """Return what a text begins and ends with, and whether a letter of it is underlined."""
    tail = re.search(r"[\s.…:;!?]*$", text)
    assert tail is not None
    return re.match(r"\s*", text).group(), tail.group(), "&" in text  # type: ignore[union-attr]


def test_translations_keep_placeholders_and_the_points_at_the_edges():
    wrong = {}
    for (_, source), message in _messages(TS).items():
        words = message.findtext("translation", "")
        if _placeholders(words) != _placeholders(source) or _edges(words) != _edges(source):
            wrong[source] = words
    assert wrong == {}


class _Base(QObject):
    def words(self) -> str:
        return self.tr("Escuchar")


class _Inherits(_Base): ...


def test_a_text_is_found_from_any_class(speaking):
    # Written in the look section, asked for by the class that runs.
    assert _Inherits().words() == QCoreApplication.translate("LookSection", "Escuchar") == "Listen"


def test_a_context_with_words_of_its_own_has_them(speaking):
    for (context, source), message in _messages(TS).items():
        assert QCoreApplication.translate(context, source) == message.findtext("translation")


def test_what_core_says_is_filled_in_the_language_of_the_screens(speaking):
    error = TextTooLongError(field="name", label=Phrase("el nombre"), limit=30)
    assert "el nombre" in str(error)
    assert "the name" in words_of(error)
    assert said(joined(" › ", (Phrase("Activo"), "Caja 1"))) == "Assets › Caja 1"
    assert said("Activo") == "Activo"  # a name that somebody gave
    assert kept("se quedó sin papel") == "ran out of paper"


def test_paper_says_it_in_spanish_whatever_the_screens_speak(speaking):
    phrase = Phrase("Ventas por {what}", what=Phrase("día"))
    assert phrase == str(phrase) == f"{phrase}" == "Ventas por día"


@pytest.fixture
def built(english, monkeypatch):
    """The program with what it is translated with in its place, as `make` leaves it."""
    monkeypatch.setattr(language, "FOLDER", english.parent)


def test_english_comes_and_goes(qapp, built):
    asked = ("LookSection", "Idioma")
    speak(qapp, Language.ENGLISH)
    assert QCoreApplication.translate(*asked) == "Language"
    speak(qapp, Language.SPANISH)
    assert QCoreApplication.translate(*asked) == "Idioma"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_the_language_rules_from_the_next_start(qapp, qtbot, built, tmp_path):
    titles = []
    for _ in range(2):
        program = Program(tmp_path / "shop")
        qtbot.addWidget(program.window)
        program.window.show()
        page = program.window.show_page(keys.SETTINGS)
        assert isinstance(page, SettingsPage)
        page.show_section(page.look)
        titles.append(page.look.language.accessibleName())
        assert not page.look.later.isVisible()
        page.look.language.choose(Language.ENGLISH)
        assert page.look.later.isVisible() == (len(titles) == 1)
        program.close(copy=False)
    speak(qapp, Language.SPANISH)
    assert titles == ["Idioma", "Language"]
