"""Writes each line of stdin, hex, in one call; prints the number of bytes after each."""
import socket
import sys

host, port = sys.argv[1:]
with socket.create_connection((host, int(port))) as connection:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for line in sys.stdin:
        piece = bytes.fromhex(line)
        connection.sendall(piece)
        print(len(piece), flush=True)
