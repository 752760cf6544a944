"""Talks to a server that answers each read with as many bytes: python3 two_way_client.py HOST PORT.

Sends chunks, each after the answer to the one before: a line in three chunks, three lines in one, bytes that are no
text, and the beginning of a line. Prints `ready`. Then each line of stdin, with LF, is a chunk; the end of stdin ends the
connection.
"""
import socket
import sys

CHUNKS = [b"GET /gr", "üße H".encode(), b"TTP/1.1\r\n", b"one\ntwo\nthree\n", b"\x00\x1b\xff end\n", b"half a li"]


def talk(connection, chunk):
    connection.sendall(chunk)
    left = len(chunk)
    while left > 0:
        part = connection.recv(left)
        if not part:
            raise SystemExit("the server has ended")
        left -= len(part)


with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as server:
    for chunk in CHUNKS:
        talk(server, chunk)
    print("ready", flush=True)
    for line in sys.stdin:
        talk(server, line.encode())
        print("said", flush=True)
