package dev.bolt.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A small Python project with a package in {@code src}, a runtime circle, a type-only circle and a broken file. */
public final class SampleWorkspace {
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("pyproject.toml", "[project]\nname = 'shop'\n"),
            Map.entry("README.md", "# Shop\n"),
            Map.entry("src/shop/__init__.py", "from .cart import Cart\n"),
            Map.entry("src/shop/cart.py", """
                    '''Carts.

                    What a customer wants.
                    '''
                    import os
                    import requests
                    from shop import prices
                    from typing import TYPE_CHECKING

                    if TYPE_CHECKING:
                        from shop.orders import Order

                    LIMIT = 10


                    class Cart:
                        '''What a customer wants to buy.'''

                        def __init__(self, items=[]):
                            self.items = items

                        @property
                        def total(self) -> int:
                            '''Sum of all prices.'''
                            return sum(prices.price_of(item) for item in self.items if item)

                        def send(self, order: 'Order'):
                            self.total
                            return requests.post('http://localhost/', json=order)
                    """),
            Map.entry("src/shop/prices.py", """
                    import shop.taxes


                    def price_of(item):
                        try:
                            return item.price * shop.taxes.rate()
                        except Exception:
                            pass
                    """),
            Map.entry("src/shop/taxes.py", "from . import prices\n\n\ndef rate():\n    return 1.2 if prices else 1\n"),
            Map.entry("src/shop/orders.py", """
                    from shop.cart import Cart


                    class Order:
                        def fill(self):
                            cart = Cart()
                            return cart.send(self)
                    """),
            Map.entry(
                    "tests/test_cart.py",
                    "from shop.cart import Cart\n\n\ndef test_total():\n    assert Cart().total == 0\n"),
            Map.entry("broken.py", "def good():\n    pass\n\n\ndef f(:\n    x = 1\n\n\nclass Kept:\n    pass\n"),
            Map.entry("java/org/shop/Shop.java", """
                    package org.shop;

                    import org.shop.model.Item;

                    public class Shop {
                        private Item item;

                        Item item(int number) {
                            return item;
                        }
                    }
                    """),
            Map.entry(
                    "java/org/shop/model/Item.java",
                    "package org.shop.model;\n\npublic record Item(String name) {}\n"));

    private SampleWorkspace() {}

    /** Writes it below this folder. */
    public static void in(Path root) throws IOException {
        for (var file : FILES.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
