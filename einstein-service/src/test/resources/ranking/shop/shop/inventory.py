"""Stock levels."""


class OutOfStock(Exception):
    pass


class Warehouse:
    """Counts articles on the shelves."""

    def __init__(self, stock):
        self._stock = dict(stock)

    def reserve(self, sku, count):
        """Take articles off the shelf for an order."""
        if self._stock.get(sku, 0) < count:
            raise OutOfStock(sku)
        self._stock[sku] -= count

    def restock(self, deliveries):
        """Add delivered articles."""
        for sku, count in deliveries:
            self._stock[sku] = self._stock.get(sku, 0) + count
