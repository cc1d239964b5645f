"""The façade of the gravity room: names load when first used."""

import subprocess
import sys

import pytest

from sverka import gravity


def test_importing_the_room_loads_neither_numba_nor_scipy() -> None:
    script = "import sys, sverka.gravity; print({'numba', 'scipy', 'polars'} & set(sys.modules))"
    printed = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert printed.strip() == "set()"


@pytest.mark.parametrize("name", gravity.__all__)
def test_every_public_name_is_there_and_no_module(name: str) -> None:
    assert callable(getattr(gravity, name))


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'gravitas'"):
        _ = gravity.gravitas
