"""Opens connections one by one and has each answered: `many_until_refused.py HOST PORT REFUSALS`. After so many refusals it prints how
many were answered; at a line on stdin it closes half of them, and says whether another one is answered then."""
import socket
import sys

host, port, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def answered():
    try:
        sock = socket.create_connection((host, port), timeout=60)
        sock.sendall(b"x")
        return sock if sock.recv(1) == b"x" else None
    except ConnectionError:
        return None


held, refused = [], 0
while refused < most:
    sock = answered()
    if sock:
        held.append(sock)
    else:
        refused += 1
print(len(held), flush=True)
sys.stdin.readline()
for sock in held[: len(held) // 2]:
    sock.close()
while (sock := answered()) is None:
    pass
print("answered", flush=True)
