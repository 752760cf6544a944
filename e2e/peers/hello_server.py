"""A TCP server for one client: welcomes it, greets whatever it says, ends at "exit". Prints its port.

hello_server.py [PAUSE]

Sends byte by byte with PAUSE seconds between them, each a segment of its own, when PAUSE is given.
"""
import socket
import sys
import time

pause = float(sys.argv[1]) if len(sys.argv) > 1 else None
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
connection, _ = listener.accept()
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def say(text):
    if pause is None:
        connection.sendall(text)
        return
    for n in range(len(text)):
        connection.sendall(text[n : n + 1])
        time.sleep(pause)


with connection:
    say(b"Welcome!")
    while data := connection.recv(65536):
        if data == b"exit":
            break
        say(b"Hello, " + data + b"~")
