"""Sends lines, each TEXT or TEXT*COUNT (that text so many times), and prints each line that comes back, until the end.

line_client.py HOST PORT LINE...   (a LINE @COUNT*LINE is sent COUNT times; --shut at the end: end the sending side then)
"""
import socket
import sys
import threading

host, port, lines = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
shut = lines[-1:] == ["--shut"]


def written(line):
    times = 1
    if line.startswith("@"):
        count, line = line[1:].split("*", 1)
        times = int(count)
    text, _, count = line.partition("*")
    return (text.encode("latin1") * int(count or 1) + b"\n") * times


def send(s):
    for line in lines[: -1 if shut else None]:
        s.sendall(written(line))
    if shut:
        s.shutdown(socket.SHUT_WR)


with socket.create_connection((host, port)) as s:
    sender = threading.Thread(target=send, args=(s,))
    sender.start()
    for line in s.makefile("rb"):
        print(line.decode("latin1").rstrip("\n"), flush=True)
    sender.join()
