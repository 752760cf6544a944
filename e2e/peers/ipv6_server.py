"""Listens on ::1 alone, prints its port, and holds the one connection that it accepts until it is killed."""
import socket

s = socket.create_server(("::1", 0), family=socket.AF_INET6)
print(s.getsockname()[1], flush=True)
connection, _ = s.accept()
connection.recv(1)
