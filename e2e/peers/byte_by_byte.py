"""Sends a line a byte at a time, each at a line of stdin, and prints the answer: `byte_by_byte.py HOST PORT TEXT`."""
import socket
import sys

host, port, text = sys.argv[1], int(sys.argv[2]), sys.argv[3]
sock = socket.create_connection((host, port), timeout=60)
sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
for byte in text.encode() + b"\n":
    sys.stdin.readline()
    sock.sendall(bytes([byte]))
sock.shutdown(socket.SHUT_WR)
answer = b""
while data := sock.recv(100):
    answer += data
print(answer.decode().rstrip())
