"""Holds a port until stdin ends; prints it.

port_holder.py tcp|udp
"""
import socket
import sys

if sys.argv[1] == "tcp":
    s = socket.create_server(("127.0.0.1", 0))
else:
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
sys.stdin.read()
