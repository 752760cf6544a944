"""Holds a TCP port and takes no notice of SIGTERM; prints the port, then, once, that it was told to end."""
import signal
import socket
import sys

signal.signal(signal.SIGTERM, lambda *_: print("told", flush=True))
s = socket.create_server(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
sys.stdin.read()
