"""Accepts one client and prints each read as text of a charset; prints its port first.

tcp_decode.py CHARSET
"""
import socket
import sys

sys.stdout.reconfigure(encoding="utf-8")
s = socket.create_server(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
client, _ = s.accept()
while data := client.recv(65536):
    print(data.decode(sys.argv[1]), flush=True)
    client.sendall(data)
