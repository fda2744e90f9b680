"""The bank's interface."""
import json
import urllib.request


class CardGateway:
    """Speaks to the bank over HTTPS."""

    def __init__(self, base_url, timeout_seconds=30):
        self.base_url = base_url
        self.timeout_seconds = timeout_seconds

    def capture(self, customer_id, amount):
        """Send a capture request and parse the JSON answer."""
        body = json.dumps({"customer": customer_id, "cents": amount.cents}).encode()
        with urllib.request.urlopen(self.base_url + "/capture", body, self.timeout_seconds) as answer:
            return json.load(answer)["id"]

    def reverse(self, payment_id):
        """Undo a capture."""
        urllib.request.urlopen(f"{self.base_url}/reverse/{payment_id}", timeout=self.timeout_seconds)
