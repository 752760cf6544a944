"""Holds a TCP port and ignores SIGTERM; prints the port, then, once, that it received SIGTERM."""
import signal
import socket
import sys

signal.signal(signal.SIGTERM, lambda *_: print("terminated", flush=True))
s = socket.create_server(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
sys.stdin.read()
