"""Payments are charged, retried and refunded."""
import pytest

from shop.money import Money
from shop.payments import PaymentDeclined, PaymentProcessor


class BusyGateway:
    def capture(self, customer_id, amount):
        raise TimeoutError


def test_charge_tries_again_when_the_gateway_is_busy(monkeypatch):
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with pytest.raises(PaymentDeclined):
        PaymentProcessor(BusyGateway()).charge("customer", Money(100))


def test_refund_returns_the_money_of_an_earlier_payment():
    """A payment is refunded: refund, refund, refund."""
