"""Unnamed AF_UNIX sockets, flags of setblocking, numbers of signals."""

import signal
import socket

if hasattr(socket, "AF_UNIX"):
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("")
        print(len(bound.getsockname()), bound.getsockname()[:1])
with socket.socket() as plain:
    for flag in (2**40, -2**63, 0, 2**63, "a", None, 1.5):
        try:
            plain.setblocking(flag)
            print(plain.gettimeout())
        except Exception as error:
            print(repr(error))
for signals in ([1 << 1000], [2**40], ["a"], [0], [65]):
    for function in (lambda signals: signal.pthread_sigmask(signal.SIG_BLOCK, signals), signal.sigwait, lambda signals: signal.sigtimedwait(signals, 0)):
        try:
            function(signals)
        except Exception as error:
            print(repr(error))
