from shop.orders import *

ALL = ...


class Stock(dict):
    def __init__(self, root=None):
        super().__init__()
        self.root = root

    def take(self, name, *names):
        if name in self:
            if self[name] > 0:
                for other in names:
                    if other:
                        while self.get(other):
                            self[other] -= 1
        return self.root.take(name) if self.root else None
