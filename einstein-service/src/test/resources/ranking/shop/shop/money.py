"""Amounts of money without rounding errors."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Money:
    """Cents of one currency."""

    cents: int
    currency: str = "EUR"

    def __add__(self, other):
        """Sum of two amounts of the same currency."""
        if self.currency != other.currency:
            raise ValueError("currencies differ")
        return Money(self.cents + other.cents, self.currency)

    def split(self, parts):
        """Share an amount fairly: the first ones get a cent more."""
        quotient, rest = divmod(self.cents, parts)
        return [Money(quotient + (1 if i < rest else 0), self.currency) for i in range(parts)]
