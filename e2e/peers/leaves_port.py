"""Leaves ports behind that no process has: `leaves_port.py HOST...`. For each HOST a server without SO_REUSEADDR closes three connections before its
clients do (TIME_WAIT), and another one whose client does not close at all (FIN_WAIT2); then a client closes first from a port of its own. Prints
JSON: the ports in that order. Goes on until stdin ends."""
import json
import socket
import sys


def closed(host: str, count: int, answered: bool) -> tuple[int, list[socket.socket]]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server = socket.socket(family)
    server.bind((host, 0))
    server.listen()
    port = server.getsockname()[1]
    clients = []
    for _ in range(count):
        client = socket.socket(family)
        client.connect(("::1" if ":" in host else "127.0.0.1", port))
        server.accept()[0].close()
        client.recv(1)
        if answered:
            client.close()
        clients.append(client)
    server.close()
    return port, clients


ports = []
kept = []
for host in sys.argv[1:]:
    for count, answered in ((3, True), (1, False)):
        port, clients = closed(host, count, answered)
        ports.append(port)
        kept += clients

server = socket.create_server(("127.0.0.1", 0))
client = socket.socket()
client.bind(("127.0.0.1", 0))
ports.append(client.getsockname()[1])
client.connect(server.getsockname())
accepted = server.accept()[0]
client.close()
accepted.recv(1)
accepted.close()
print(json.dumps(ports), flush=True)
sys.stdin.read()
