"""The network watch: while it is on, the process cannot reach for the network unnoticed."""

import socket
import sys

from explorer.model.wording import tr
from explorer.self_test.trial import demand

FORBIDDEN = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
    }
)
"""What Python calls the steps towards the network."""

QT_NETWORK = "PySide6.QtNetwork"
"""Qt's own way there, which Python does not see."""


class NetworkUsedError(Exception):
    """Something reached for the network."""


class NetworkWatch:
    """Refuses every step towards the network while it is on, and remembers it.

    Python never lets go of a listener, so a watch that is off stays as a listener that does
    nothing.
    """

    def __init__(self) -> None:
        """Turn the watch on."""
        self._is_on = True
        self._heard: list[str] = []
        sys.addaudithook(self.hear)

    def stop(self) -> None:
        """Turn the watch off for good."""
        self._is_on = False

    def verdict(self) -> str:
        """Return a sentence that nothing has used the network, after proving that it would show.

        Raises :class:`SelfTestError` if the network was used, or the watch cannot see it.
        """
        used = list(self._heard)
        demand(not used, tr("the network was used: {steps}", steps=", ".join(used)))
        demand(QT_NETWORK not in sys.modules, tr("{module} is loaded", module=QT_NETWORK))
        demand(self._is_awake(), tr("the watch did not see a step towards the network"))
        return tr("not used; a step towards it would have been refused")

    def hear(self, event: str, _arguments: tuple[object, ...]) -> None:
        """Listen to one of Python's audit events.

        Raises :class:`NetworkUsedError` if it is a step towards the network, and the watch is on.
        """
        if self._is_on and event in FORBIDDEN:
            self._heard.append(event)
            raise NetworkUsedError(event)

    def _is_awake(self) -> bool:
        """Take a step towards this machine itself; return whether it was refused."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect(("127.0.0.1", 9))
            except NetworkUsedError:
                return True
        return False
