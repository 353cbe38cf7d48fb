"""What kind of goods a product is of, by the words of its category and its name."""

from __future__ import annotations

import re

_TOBACCO = re.compile(
    r"\b(?:cigar|tabac|vapeador|vaper|marlboro|philip morris|lucky strike|chesterfield|parliament"
    r"|camel\b|parisiennes|viceroy|rothmans|jockey club|red point)"
)
_ALCOHOL = re.compile(
    r"\b(?:cerveza|birra|vinos?\b|alcohol|aperitivo|licor|fernet|whisk|espumante|champa|sidra|vodka"
    r"|gin\b|ron\b|tequila|vermu|malbec|cabernet|quilmes|brahma|heineken|stella artois|schneider"
    r"|imperial\b|patagonia|andes\b|budweiser|corona\b|isenbeck|miller|branca\b|campari|gancia"
    r"|cinzano|smirnoff|dr lemon|frizze|termidor|uvita)"
)
_TREATS = re.compile(
    r"\b(?:golosin|alfajor|bombon|chocolat|caramel|bebida|gaseosa|jugo|galletit|snack|helado|torta"
    r"|turron|papas fritas|mani\b)"
)


def is_tobacco(folded: str) -> bool:
    """Whether a product is of tobacco, which may not be offered (Ley 26.687, art. 5)."""
    return bool(_TOBACCO.search(folded))


def is_alcohol(folded: str) -> bool:
    """Whether a product is a drink for adults (Ley 24.788)."""
    return bool(_ALCOHOL.search(folded))


def is_treat(folded: str) -> bool:
    """Whether a product is something that people celebrate with."""
    return bool(_TREATS.search(folded))
