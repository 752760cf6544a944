"""Opens many connections at once, sends a message of its own on each, and counts the right answers: in upper case, or
with "echo" the same.

many_clients.py HOST PORT COUNT [echo]
"""
import socket
import sys

host, port, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
clients = [socket.create_connection((host, port), timeout=60) for _ in range(count)]
for number, client in enumerate(clients):
    client.sendall(b"client %d" % number)
right = 0
for number, client in enumerate(clients):
    wanted = b"client %d" % number if sys.argv[4:] == ["echo"] else b"CLIENT %d" % number
    answer = b""
    while len(answer) < len(wanted) and (chunk := client.recv(4096)):
        answer += chunk
    right += answer == wanted
for client in clients:
    client.close()
print(right)
