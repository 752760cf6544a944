"""Connects to a listener and leaves the connections open in a process of its own: prints its pid, and ends by being killed.

unaccepted.py HOST PORT COUNT
"""
import os
import signal
import socket
import sys

host, port, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
clients = [socket.create_connection((host, port), timeout=60) for _ in range(count)]
if pid := os.fork():
    print(pid)
    sys.stdout.flush()
    os._exit(0)
# The caller waits until nobody has its pipe open.
os.close(1)
os.close(2)
signal.pause()
