"""Says words one by one, each after the whole answer to the one before; with two words it then ends its side.

dialogue_client.py HOST PORT WORD...

Prints its address, then "done", and stays until its stdin ends.
"""

import socket
import sys

host, port, words = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
connection = socket.create_connection((host, port))
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
print("%s:%d" % connection.getsockname(), flush=True)
for word in words:
    connection.sendall(word.encode())
    answer = b""
    while len(answer) < len(word):
        more = connection.recv(4096)
        if not more:
            sys.exit("the server ended")
        answer += more
if len(words) == 2:
    connection.shutdown(socket.SHUT_WR)
    while connection.recv(4096):
        pass
print("done", flush=True)
sys.stdin.read()
