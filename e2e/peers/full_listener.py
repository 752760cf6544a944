"""Listens without accepting until its queue is full, so that a further client gets no answer. Prints its port when it is
full, and ends with stdin.
"""
import socket
import sys

listener = socket.create_server(("127.0.0.1", 0), backlog=0)
waiting = []
while True:
    client = socket.socket()
    client.settimeout(0.3)
    try:
        client.connect(listener.getsockname())
    except TimeoutError:
        break
    waiting.append(client)
print(listener.getsockname()[1], flush=True)
sys.stdin.read()
