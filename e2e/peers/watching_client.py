"""A TCP client that says what its socket tells it: `open`, `data HEX`, `end`, `reset`, one a line. After `end` it answers
on its own half with what its first argument after the port says, and closes when its stdin ends.

watching_client.py HOST PORT ANSWER
"""
import socket
import sys


def tell(*words):
    print(*words, flush=True)


with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=60) as s:
    tell("open")
    try:
        while data := s.recv(65536):
            tell("data", data.hex())
        tell("end")
        s.sendall(sys.argv[3].encode())
        sys.stdin.read()
    except ConnectionResetError:
        tell("reset")
