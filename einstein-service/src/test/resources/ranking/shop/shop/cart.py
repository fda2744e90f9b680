"""What a customer is about to buy."""
from shop.money import Money


class ShoppingCart:
    """Articles and their numbers."""

    def __init__(self):
        self._lines = {}

    def add_article(self, sku, price, count=1):
        """Put an article into the cart."""
        old_price, old_count = self._lines.get(sku, (price, 0))
        self._lines[sku] = (old_price, old_count + count)

    def total(self):
        """Price of everything in the cart."""
        total = Money(0)
        for price, count in self._lines.values():
            for _ in range(count):
                total = total + price
        return total


def apply_discount(cart, percent):
    """Reduce the total by some percent, never below zero."""
    cents = cart.total().cents * (100 - min(percent, 100)) // 100
    return Money(cents)
