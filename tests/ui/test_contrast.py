"""Each pair of colours that the screens use is told apart as WCAG's AA asks, in both looks."""

import re

import pytest

from kioskifly_desktop.ui.stylesheet import stylesheet
from kioskifly_desktop.ui.tokens import DARK, LIGHT
from tests.contrast import ratio

TEXT, SIGN = 4.5, 3.0
_SURFACES = ("background", "surface", "raised", "sunken", "neutral_soft", "row_hover")
_CHOSEN = ("row_selected", "action_soft")
_PAIRS = (
    *((ink, on) for ink in ("text", "text_secondary") for on in (*_SURFACES, *_CHOSEN)),
    *(("text_tertiary", on) for on in ("background", "surface", "raised", "sunken")),
    *(("text_tertiary", on) for on in ("row_hover", "row_selected")),
    *((ink, on) for ink in ("debt", "credit") for on in ("surface", "background", "row_hover")),
    *((ink, "row_selected") for ink in ("debt", "credit", "warning")),
    *((ink, f"{ink}_soft") for ink in ("debt", "credit", "warning", "action")),
    *(("warning", on) for on in ("surface", "background")),
    *(("action", on) for on in ("surface", "background", "raised")),
    ("text", "warning_soft"),
    ("text_secondary", "debt_soft"),
    ("text_secondary", "credit_soft"),
    *(("on_action", on) for on in ("action", "action_hover", "action_pressed")),
    *(("rail_text", on) for on in ("rail",)),
    *(("rail_text_active", on) for on in ("rail", "rail_active")),
    ("sun", "rail"),
)
"""Ink and what it is on: text, of any size. What is disabled is not asked for."""
_SIGNS = (
    *(("focus", on) for on in ("background", "surface", "raised", "sunken", "row_selected")),
    *(("field_border", on) for on in ("background", "surface", "raised")),
    *(("action", on) for on in ("surface", "background", "neutral_soft")),
    *(("chart_line", on) for on in ("surface", "background")),
    *((icon, "rail") for icon in ("sun", "toast_success", "toast_error")),
    ("sun", "rail_active"),
)
"""What is no text and tells something: the focus, where a field is, the lines of a chart."""


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(_PAIRS, TEXT), (_SIGNS, SIGN)], ids=["text", "sign"])
def test_what_is_written_is_told_from_what_it_is_on(look, pairs, least):
    found = {(ink, on): round(of(look, ink, on), 2) for ink, on in pairs}
    assert {pair: much for pair, much in found.items() if much < least} == {}


def of(look, ink, on):
    return ratio(_number(getattr(look, ink)), _number(getattr(look, on)))


def _number(colour):
    return int(colour.removeprefix("#"), 16)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_shows_around_the_main_button(look):
    rules = stylesheet(look, lambda *_: "x")
    ring = re.search(r'"primary"\]:focus \{ border: 2px solid (#\w+)', rules)
    assert ring is not None
    for on in ("action", "background", "surface"):
        assert ratio(_number(ring[1]), _number(getattr(look, on))) >= SIGN


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_with_both_colours_has_contrast(look):
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet(look, lambda *_: "x"))
    poor, met = {}, 0
    for selector, body in rules:
        inks = dict(re.findall(r"(?<![-\w])(color|background): (#[0-9A-Fa-f]{6})", body))
        if len(inks) < 2 or "disabled" in selector:
            continue
        met += 1
        much = ratio(_number(inks["color"]), _number(inks["background"]))
        if much < TEXT:
            poor[selector.strip()] = round(much, 2)
    assert poor == {}
    assert met > 15


def test_the_contrast_of_black_and_white_and_of_a_colour_with_itself():
    assert round(ratio(0x000000, 0xFFFFFF), 2) == 21
    assert ratio(0x1F5FD6, 0x1F5FD6) == 1
    assert round(ratio(0x767676, 0xFFFFFF), 2) == 4.54
