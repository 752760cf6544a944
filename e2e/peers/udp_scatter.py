"""Sends datagrams from several sockets, in one order: `udp_scatter.py PORTS HOST...` with JSON on stdin, `[[sender, size, seed], ...]`.

Each sender has a HOST, in turns, and sends to a port there; all are sent to each of PORTS (`5000,5001`). The byte at `i` is `seed + i`
modulo 256. Prints address and port of the senders as JSON, a list for each of PORTS.
"""
import json
import socket
import sys

hosts = sys.argv[2:]
datagrams = json.load(sys.stdin)
pattern = bytes(range(256)) * 258
names = []
for port in map(int, sys.argv[1].split(",")):
    senders = []
    for n in range(1 + max(sender for sender, _, _ in datagrams)):
        family, _, _, _, to = socket.getaddrinfo(hosts[n % len(hosts)], port, type=socket.SOCK_DGRAM)[0]
        sender = socket.socket(family, socket.SOCK_DGRAM)
        sender.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        sender.connect(to)
        senders.append(sender)
    for sender, size, seed in datagrams:
        senders[sender].send(pattern[seed : seed + size])
    names.append([sender.getsockname()[:2] for sender in senders])
print(json.dumps(names))
