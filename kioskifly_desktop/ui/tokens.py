"""Every colour of the program, one table for light and one for dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of the program. Red (`debt`) and green (`credit`) mean debt and credit only."""

    dark: bool
    background: str
    surface: str
    raised: str
    sunken: str
    line: str
    line_strong: str
    text: str
    text_secondary: str
    text_tertiary: str
    field_border: str
    rail: str
    rail_text: str
    rail_text_active: str
    rail_active: str
    action: str
    action_hover: str
    action_pressed: str
    action_soft: str
    on_action: str
    sun: str
    debt: str
    debt_soft: str
    debt_line: str
    credit: str
    credit_soft: str
    credit_line: str
    neutral_soft: str
    row_hover: str
    row_selected: str
    focus: str
    warning: str
    warning_soft: str
    toast_success: str = "#7FAEFF"
    toast_error: str = "#F2C14E"
    chat: str = "#EFEAE2"
    bubble: str = "#FFFFFF"
    # With the blue of `action`, told apart by whoever confuses colours.
    chart_line: str = "#C25700"


LIGHT = Tokens(
    dark=False,
    background="#F4F5F7",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F8F9FB",
    line="#E3E6EB",
    line_strong="#CBD1DA",
    text="#131A26",
    text_secondary="#4A5567",
    text_tertiary="#566173",
    field_border="#838C9C",
    rail="#111B2E",
    rail_text="#A9B6CC",
    rail_text_active="#FFFFFF",
    rail_active="#23324F",
    action="#1F5FD6",
    action_hover="#1A51B8",
    action_pressed="#16459C",
    action_soft="#E8F0FE",
    on_action="#FFFFFF",
    sun="#F5B301",
    debt="#B42318",
    debt_soft="#FDECEA",
    debt_line="#F3C5C0",
    credit="#0B6B46",
    credit_soft="#E5F5ED",
    credit_line="#B5DFCB",
    neutral_soft="#EEF0F3",
    row_hover="#F5F8FE",
    row_selected="#E4EDFD",
    focus="#1F5FD6",
    warning="#8A5A00",
    warning_soft="#FFF3D6",
)

DARK = Tokens(
    dark=True,
    background="#0E1420",
    surface="#161E2D",
    raised="#1C2637",
    sunken="#121927",
    line="#283347",
    line_strong="#3A4760",
    text="#EEF2F8",
    text_secondary="#B4BFD1",
    text_tertiary="#98A4B8",
    field_border="#66748D",
    rail="#0A0F19",
    rail_text="#92A0B8",
    rail_text_active="#FFFFFF",
    rail_active="#1D2A42",
    action="#5B93F5",
    action_hover="#74A4F8",
    action_pressed="#4A84EA",
    action_soft="#1B2D4F",
    on_action="#08101F",
    sun="#F5B301",
    debt="#FF8A7D",
    debt_soft="#3A1B1B",
    debt_line="#5E2B28",
    credit="#56D19B",
    credit_soft="#11332A",
    credit_line="#1F5543",
    neutral_soft="#232E41",
    row_hover="#1A2436",
    row_selected="#20314F",
    focus="#7FAEFF",
    warning="#F2C14E",
    warning_soft="#3A2E10",
    chat="#0B141A",
    bubble="#1F2C34",
    chart_line="#F0A35E",
)
