"""Sends each message, and waits for an answer to each; prints the answers as hex, one a line.

tcp_client.py HOST PORT HEX...
"""
import socket
import sys

host, port, messages = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
with socket.create_connection((host, port), timeout=60) as s:
    for message in messages:
        s.sendall(bytes.fromhex(message))
        print(s.recv(65536).hex(), flush=True)
