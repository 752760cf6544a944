"""Sends a pseudo-random blob to an echo server while it reads it back slowly; compares both. Prints the SHA-256 of what
was sent and of what came back.

blob_echo.py HOST PORT BYTES
"""
import hashlib
import random
import socket
import sys
import threading

host, port, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
blob = random.Random(1).randbytes(size)
with socket.create_connection((host, port), timeout=60) as s:
    # The whole send has no limit: the server reads as slowly as it is read from.
    s.settimeout(None)

    def send():
        s.sendall(blob)
        s.shutdown(socket.SHUT_WR)

    sender = threading.Thread(target=send)
    sender.start()
    digest = hashlib.sha256()
    while chunk := s.recv(4096):
        digest.update(chunk)
    sender.join()
print(hashlib.sha256(blob).hexdigest(), digest.hexdigest())
