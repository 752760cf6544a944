"""Connects and sends without end and without reading, until it is killed.

endless_sender.py HOST PORT
"""
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as s:
    while True:
        s.sendall(b"x" * 65536)
