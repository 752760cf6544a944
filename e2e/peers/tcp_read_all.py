"""Connects, sends the given pieces each in a packet of its own, and prints all that comes until the end, as hex.

tcp_read_all.py HOST PORT [--shut] HEX...   (--shut: end the sending side after the last piece)
"""
import socket
import sys

host, port, pieces = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
shut = "--shut" in pieces
with socket.create_connection((host, port), timeout=60) as s:
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for piece in pieces:
        if piece != "--shut":
            s.sendall(bytes.fromhex(piece))
    if shut:
        s.shutdown(socket.SHUT_WR)
    received = b""
    while chunk := s.recv(65536):
        received += chunk
print(received.hex())
