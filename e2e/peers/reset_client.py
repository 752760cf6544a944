"""Connects, sends a message, waits for the answer, and closes with RST (SO_LINGER with 0 seconds).

reset_client.py HOST PORT HEX
"""
import socket
import struct
import sys

s = socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=60)
s.sendall(bytes.fromhex(sys.argv[3]))
s.recv(65536)
s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
s.close()
