"""Sends a line a byte at a time, with a pause before each, and prints the answer: `byte_by_byte.py HOST PORT TEXT SECONDS`."""
import socket
import sys
import time

host, port, text, pause = sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4])
sock = socket.create_connection((host, port), timeout=20)
sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
for byte in text.encode() + b"\n":
    time.sleep(pause)
    sock.sendall(bytes([byte]))
sock.shutdown(socket.SHUT_WR)
answer = b""
while data := sock.recv(100):
    answer += data
print(answer.decode().rstrip())
