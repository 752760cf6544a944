"""Prints its TCP port, accepts one client, answers what it reads in upper case until that ends, and ends."""
import socket

s = socket.create_server(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
connection, _ = s.accept()
while data := connection.recv(65536):
    connection.sendall(data.upper())
