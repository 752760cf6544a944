"""Connects and resets at once, before the server has looked: `gone_before_accept.py HOST:PORT...`. The path of a socket is connected to and closed."""
import socket
import struct
import sys

for where in sys.argv[1:]:
    if where.startswith("/"):
        sock = socket.socket(socket.AF_UNIX)
        sock.connect(where)
    else:
        host, port = where.rsplit(":", 1)
        sock = socket.create_connection((host, int(port)), timeout=60)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()
