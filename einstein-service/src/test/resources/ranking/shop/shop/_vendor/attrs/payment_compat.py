"""Vendored: charge payment retry refund gateway card customer payment payment."""


def charge_payment_retry(card, customer):
    return card, customer
