"""Connected UDP clients: asks each HOST PORT, says so, then prints what the last one is answered."""
import socket
import sys

for host, port in zip(*[iter(sys.argv[1:])] * 2):
    s = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
    s.connect((host, int(port)))
    s.send(b"hello")
    globals().setdefault("kept", []).append(s)
print("asked", flush=True)
print(s.recv(100).decode(), flush=True)
