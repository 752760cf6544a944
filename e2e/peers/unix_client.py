"""Connects to a Unix stream socket, sends each further argument, and prints each answer in hex.

unix_client.py PATH MESSAGE...; a path that begins with @ is an abstract name.
"""
import socket
import sys

path, *messages = sys.argv[1:]
address = "\0" + path[1:] if path.startswith("@") else path
with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
    connection.settimeout(60)
    connection.connect(address)
    for message in messages:
        connection.sendall(message.encode())
        answer = b""
        while len(answer) < len(message):
            part = connection.recv(65536)
            if not part:
                raise SystemExit("the server ended early")
            answer += part
        print(answer.hex())
