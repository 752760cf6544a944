"""A TCP server for one client: echoes a number of reads with a prefix, then closes. Prints its port, then each read as hex.

echo_server.py COUNT PREFIX
"""
import socket
import sys

listener = socket.create_server(("127.0.0.1", 0))
listener.settimeout(60)
print(listener.getsockname()[1], flush=True)
connection, _ = listener.accept()
connection.settimeout(60)
with connection:
    for _ in range(int(sys.argv[1])):
        data = connection.recv(65536)
        print(data.hex(), flush=True)
        connection.sendall(sys.argv[2].encode() + data)
