"""Connects, sends each line of stdin without its end, and prints what comes back, line by line, as it comes.

tcp_asker.py HOST PORT
"""
import socket
import sys
import threading

s = socket.create_connection((sys.argv[1], int(sys.argv[2])))


def listen():
    while data := s.recv(65536):
        print(data.decode(), flush=True)


threading.Thread(target=listen, daemon=True).start()
for line in sys.stdin:
    s.sendall(line.rstrip("\n").encode())
