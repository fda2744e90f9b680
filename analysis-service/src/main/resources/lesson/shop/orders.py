"""Orders of the shop."""

from __future__ import annotations

import asyncio
import logging
import os, sys
import pickle
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shop import stock

if TYPE_CHECKING:
    from shop.stock import Stock

try:
    import requests
except ImportError:
    requests = None

logger = logging.getLogger(__name__)
LIMIT: int = 10
password = "correct-horse-battery"
type Names = list[str]


class Empty(Exception):
    """Nothing was ordered."""


@dataclass(frozen=True)
class Order:
    """What one customer wants."""

    number: int
    lines: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        return len(self.lines)

    def __eq__(self, other):
        return self.number == other.number

    async def send(self, *, attempts=3, **more):
        for attempt in range(attempts):
            time.sleep(0.1)
            async with asyncio.timeout(1):
                await asyncio.sleep(attempt)
        else:
            logger.info("sent %s" % self.number)
        return [line async for line in self.rows() if line is not None]

    async def rows(self):
        for line in self.lines:
            yield line


def place[T](lines: list[T], stock: "Stock" = None, /, seen=[], *rest: T) -> Order:
    global LIMIT
    assert (lines, "never empty")
    total, *others = 0, 1, 2
    total += sum(len(str(line)) ** 2 for line in lines if line)
    names = {line: index for index, line in enumerate(lines)} | {"a": 1, "a": 2}
    unique = {*names}
    first = lines[0] if lines else None
    part = lines[1:-1:2]
    text = f"{first!r:>{LIMIT}} of {total:.2f}" + r"\d" + b"raw".decode()
    sort = lambda line, /, key=None: (line, key)
    if (count := len(lines)) > LIMIT and not first or count == None:
        raise Empty(text) from None
    elif type(first) == str:
        del part
    while count:
        count -= 1
        if count % 2:
            continue
        break
    match lines:
        case []:
            return Order(0)
        case [str() as only] | (only, None) if only:
            return Order(1, [only])
        case {"lines": [*inner], **left}:
            return Order(2, inner)
        case Order(number=-1) | 1.5 | "x" | stock.ALL:
            pass
        case _:
            total = ~total
    try:
        with open("orders") as file, open("more"):
            lines = pickle.load(file)
        os.system("send " + text)
        eval(text)
    except (OSError, ValueError) as failure:
        print(failure, file=sys.stderr)
    except:
        pass
    finally:
        requests.get("http://shop", verify=False)

    def inner():
        nonlocal total
        yield from unique
        total = sort(total) is not None

    return Order(3, list(inner()))  # noqa
