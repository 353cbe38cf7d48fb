import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import kioskifly_desktop
from kioskifly_desktop.core import errors
from kioskifly_desktop.core.errors import ShopError

MODULES = (errors.__name__,)
PROGRAM = Path(kioskifly_desktop.__file__).parent


def _family(kind):
    yield kind
    for child in kind.__subclasses__():
        yield from _family(child)


KINDS = sorted(
    {kind for kind in _family(ShopError) if kind.__module__.startswith(MODULES) and kind.sentence},
    key=lambda kind: kind.__name__,
)
ENDS_IN_A_COMMAND = {errors.NoShopError}


def placeholders(kind):
    return {name for _, name, _, _ in Formatter().parse(kind.sentence) if name}


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_is_filled_and_well_written(kind):
    sentence = str(kind(field="amount", **{name: f"[{name}]" for name in placeholders(kind)}))
    assert not re.search(r"[{}]", sentence)
    assert all(f"[{name}]" in sentence for name in placeholders(kind))
    assert sentence[0].isupper() or sentence.startswith(("[", "«"))
    assert sentence.endswith(".") or kind in ENDS_IN_A_COMMAND
    assert "  " not in sentence
    assert kind(**dict.fromkeys(placeholders(kind), "x")).field == ""


_NOT_VOSEO = re.compile(
    r"\b(tú|usted|ustedes|puedes|debes|tienes|quieres|elige|escribe|revisa|prueba|intenta|cierra"
    r"|elija|escriba|revise|pruebe|intente|cierre|por favor|error|inválid[oa])\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_speaks_as_people_do_here(kind):
    assert not _NOT_VOSEO.search(kind.sentence)


def test_no_two_errors_say_the_same():
    sentences = [kind.sentence for kind in KINDS]
    assert len(set(sentences)) == len(sentences) > 40


def test_every_error_has_its_own_sentence_or_is_a_family():
    silent = {k for k in _family(ShopError) if k.__module__.startswith(MODULES) and not k.sentence}
    assert silent == {
        ShopError,
        errors.BackupError,
        errors.ExchangeError,
        errors.ShopFileError,
        errors.WriterError,
    }
    assert all("sentence" in vars(kind) for kind in KINDS)
    assert all(kind.__doc__ and kind.__doc__.endswith(".") for kind in KINDS)


# What a form asks of an error, in centavos, beside its sentence.
BESIDES = {"field", "missing", "new_total", "permission", "tries", "until", None}


def _raised():
    """Yield every error the program makes, with the fields it gives."""
    by_name = {kind.__name__: kind for kind in KINDS}
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Raise | ast.Return) or node is None:
                continue
            made = node.exc if isinstance(node, ast.Raise) else node.value
            name = made.func if isinstance(made, ast.Call) else made
            if isinstance(name, ast.Name) and name.id in by_name:
                given = {k.arg for k in made.keywords} if isinstance(made, ast.Call) else set()
                yield path.name, node.lineno, by_name[name.id], given - BESIDES


def test_every_error_made_has_all_it_says():
    made = list(_raised())
    wrong = [
        (file, line, kind.__name__)
        for file, line, kind, given in made
        if given != placeholders(kind)
    ]
    assert wrong == []
    assert len(made) > 60
