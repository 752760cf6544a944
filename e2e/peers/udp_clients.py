"""Two UDP sockets; each sends its messages in turn and waits for an answer to each. Prints a JSON list of
[socket, answer as hex, whether it came from the server's address].

udp_clients.py HOST PORT HEX...   (an empty argument is an empty datagram)
"""
import json
import socket
import sys

host, port, messages = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
sockets = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2)]
for s in sockets:
    s.settimeout(60)
    s.bind(("127.0.0.1", 0))
answers = []
for number, s in enumerate(sockets):
    for message in messages:
        s.sendto(bytes.fromhex(message), (host, port))
        answer, sender = s.recvfrom(65536)
        answers.append([number, answer.hex(), sender == (host, port)])
print(json.dumps(answers))
