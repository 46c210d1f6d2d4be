"""Knowledge as data: the word lists of all rooms, TOML files with a source for each table."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_words(name: str) -> dict[str, Any]:
    """Read one word list.

    Args:
        name: the file's name without its ending, "units".

    Returns:
        The table as TOML has it, read once: whoever asks must not change it, but turn it into typed values.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
