"""Sends bytes and closes without waiting for an answer: HOST PORT HEX."""

import socket
import sys

host, port, data = sys.argv[1:]
with socket.create_connection((host, int(port))) as connection:
    connection.sendall(bytes.fromhex(data))
