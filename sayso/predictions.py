"""Predictions."""

from sayso.model import Prediction, Reading


def find_predictions(reading: Reading) -> tuple[Prediction, ...]:
    """Find what is foretold."""
    return ()
