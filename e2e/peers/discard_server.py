"""A TCP server for one client that reads everything and throws it away. Prints its port, then how many bytes came."""
import socket

listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
connection, _ = listener.accept()
room, total = bytearray(1 << 20), 0
while length := connection.recv_into(room):
    total += length
print(total)
