"""A small shop."""

from .orders import Order, place

__all__ = ["Order", "place"]
