"""Waiting for what must come: as long as a machine needs that other work keeps busy."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

PATIENCE = 180_000
"""Milliseconds that a test waits: no machine is too slow, and a failure only comes later."""

CheckParams = Callable[..., bool]


class PatientQtBot(QtBot):
    """The bot of pytest-qt, whose five seconds a busy machine exceeds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self,
        signal: object,
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cb: CheckParams | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )
