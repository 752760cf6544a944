"""Three clients of a server that serves one at a time: HOST PORT. Prints what each has got; goes on at a line of stdin."""
import select
import socket
import sys

where = (sys.argv[1], int(sys.argv[2]))
clients = []
for name in (b"A", b"B", b"C"):
    client = socket.create_connection(where)
    client.sendall(name + b"1")
    clients.append(client)
first = clients[0]
print(first.recv(100).decode(), flush=True)
sys.stdin.readline()
first.sendall(b"A2")
print(first.recv(100).decode(), flush=True)
ready, _, _ = select.select(clients[1:], [], [], 0.2)
print(f"{len(ready)} of the others", flush=True)
for index, client in enumerate(clients):
    client.close()
    if index + 1 < len(clients):
        print(clients[index + 1].recv(100).decode(), flush=True)
