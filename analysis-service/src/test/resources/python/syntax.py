#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Every construct once."""
from __future__ import annotations

import os.path as path, sys
from . import sibling
from ..parent.module import (name as other, another,)

try:
    import json
except ImportError:
    json = None
if TYPE_CHECKING:
    from typing import Any

x: int = 1
a = b = (c, *d) = [1, 2, 3]
first, second = 0x_ff, 1_0.0e-1_0j
total += 1
del a[0], b.c


def positional(a, b=1, /, c=2, *args: int, d, e: str = "x", **kwargs) -> dict[str, int]:
    "One line."
    global total
    return {**kwargs, 'a': a, **{}}


async def coroutine(session):
    async with session.get(url) as response, other:
        async for line in response:
            await line.strip()
    return [await z async for z in y if z]


@decorator
@other.decorator(argument=1)
class Derived(Base, metaclass=Meta):
    """
    Docstring over
    several lines.
    """
    field: int
    default = field if field else None

    @property
    def value(self): return self._value; pass

    def nested(self):
        def closure():
            nonlocal state
            yield from other
        class Local:
            inside = 1
        return lambda *a, k=1, **kw: (yield)


for i, *rest in pairs, more:
    continue
else:
    pass
while (n := next(it)) and n < 1 <= 2 is not None not in x:
    break
with (open("a") as f, open("b") as g,):
    pass
with (a, b): pass
with (yielding).method() as (q, r): pass
match command.split():
    case [x, *rest] if x > 0 and y:
        pass
    case {"key": Point(x=0, y=-1), **others} | None | a.b.C:
        pass
    case (1 | 2) as number: ...
match = type = case = 1
match[0] = match(type)
type Alias[T: int, *Ts = *tuple[int], **P = [int]] = list[T]


def generic[T](argument: T) -> T: assert argument, "message"


try:
    raise Error from cause
except* (A, B) as group:
    pass
text = f"{x!r:>{width}} {y=} {'nested' + f"{deep['key']}"} {{literal}} {z:%Y-%m-%d}" "joined" r'\''
long = 1 + \
    2 @ m ** -3 // ~4 if not flag else (a[1:2, ::3, ...], *b)
if a: pass
elif b: pass
else: pass
comprehensions = [{k: v for k, v in x}, {e for e in y}, (g for g in z if g if not g)]


del first, second[0]
del table["a"][
    "b"
]
del (third, fourth)
alias = tuple[*Ts]
