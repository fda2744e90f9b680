"""Payments: charge a card, retry, refund."""
import time

from shop.gateway import CardGateway
from shop.money import Money


class PaymentDeclined(Exception):
    """The bank said no."""


class PaymentProcessor:
    """Charges customers and gives their money back."""

    max_attempts = 3

    def __init__(self, gateway: CardGateway):
        self._gateway = gateway

    def charge(self, customer_id: str, amount: Money) -> str:
        """Charge the customer's card, trying again when the gateway is busy."""
        for attempt in range(self.max_attempts):
            try:
                return self._gateway.capture(customer_id, amount)
            except TimeoutError:
                self._back_off(attempt)
        raise PaymentDeclined(customer_id)

    def _back_off(self, attempt: int) -> None:
        """Wait longer after every failure."""
        time.sleep(2**attempt)

    def refund(self, payment_id: str) -> None:
        """Return the money of an earlier payment."""
        self._gateway.reverse(payment_id)
