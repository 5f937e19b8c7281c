"""How often one address, and all of them together, may ask something of a public page."""

from __future__ import annotations

import ipaddress
import math
from collections import deque

WITHIN = 60.0
"""Seconds."""
EACH = 20
"""Many people share the address of a mobile network, and one clerk checks several letters in a row."""
ALL = 600
"""Of a process; no more are remembered than that, so the memory it takes is bounded too."""


class Visits:
    """The visits of the last minute. Whoever is turned away does not wait longer for having knocked."""

    def __init__(self) -> None:
        self._latest: deque[tuple[float, str]] = deque()

    def wait(self, address: str, now: float) -> int:
        """0 where this visit may come in, which counts it; else in how many seconds the next one may."""
        while self._latest and now - self._latest[0][0] >= WITHIN:
            self._latest.popleft()
        who = neighbourhood(address)
        own = [at for at, one in self._latest if one == who]
        if len(own) >= EACH:
            return _seconds(own[0], now)
        if len(self._latest) >= ALL:
            return _seconds(self._latest[0][0], now)
        self._latest.append((now, who))
        return 0


def neighbourhood(address: str) -> str:
    """Whose an address is: of IPv6 everybody has a whole /64 to ask from."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)


def _seconds(first: float, now: float) -> int:
    return max(1, math.ceil(first + WITHIN - now))
