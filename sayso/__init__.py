"""sayso: on whose say-so does this number stand, and does it add up?"""

__version__ = "0.1.0"
