"""A TCP server for one client with a small receive buffer that reads only on request. Prints its port, then READY
after accepting; each line on stdin lets it read that many bytes (0: all to the end). At the end it prints how many
bytes came and their SHA-256, and closes.
"""
import hashlib
import socket
import sys

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
listener.bind(("127.0.0.1", 0))
listener.listen()
listener.settimeout(60)
print(listener.getsockname()[1], flush=True)
connection, _ = listener.accept()
connection.settimeout(60)
print("READY", flush=True)
digest, total = hashlib.sha256(), 0
for line in sys.stdin:
    left = int(line) or float("inf")
    while True:
        chunk = connection.recv(int(min(left, 65536)))
        digest.update(chunk)
        total += len(chunk)
        left -= len(chunk)
        if not chunk or left == 0:
            break
    if not chunk:
        break
    print("READ", total, flush=True)
print(total, digest.hexdigest())
