"""Minutes of use by the real widgets: memory once warm stays where it is, and the books agree."""

from pathlib import Path

import pytest

from tests.soak import keep, soak

_SECONDS, _OPERATIONS = 200, 2_500
_GROWTH = 5.0
"""Of what it held once warm, in per cent."""


@pytest.mark.long
def test_memory_does_not_grow_with_use(qapp, tmp_path):
    result = soak(tmp_path / "shop", _SECONDS, _OPERATIONS)
    keep(result, Path("build") / "soak")
    assert result["problems"] == []
    assert result["operations"] > 500
    assert result["growth_percent"] < _GROWTH, result["samples"][::10]
