"""Two clients of the hello server at once: one asks three times in a row, the other once. Prints a JSON line of each
one's answers and of the seconds until its last one.

hello_clients.py HOST PORT
"""
import json
import socket
import sys
import threading
import time

host, port = sys.argv[1], int(sys.argv[2])
results = {}


def exact(s, length):
    data = b""
    while len(data) < length and (chunk := s.recv(length - len(data))):
        data += chunk
    return data.decode()


def client(name, questions):
    with socket.create_connection((host, port), timeout=60) as s:
        answers = [exact(s, len("Welcome!"))]
        begin = time.monotonic()
        for question in questions:
            s.sendall(question)
            answers.append(exact(s, len("Hello, ~") + len(question)))
        seconds = time.monotonic() - begin
        s.sendall(b"exit")
        results[name] = {"answers": answers, "seconds": seconds, "rest": s.recv(100).decode()}


threads = [
    threading.Thread(target=client, args=("slow", [b"Ann", b"Bob", b"Cem"])),
    threading.Thread(target=client, args=("quick", [b"Dan"])),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps(results))
