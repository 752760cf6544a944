"""Listens on a Unix stream socket, says so, takes one client, prints what it reads in hex, sends it back, and prints "end"
when the client has ended its side.

unix_server.py PATH
"""
import socket
import sys

with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
    server.settimeout(60)
    server.bind(sys.argv[1])
    server.listen()
    print("listening", flush=True)
    connection, _ = server.accept()
    with connection:
        connection.settimeout(60)
        while data := connection.recv(65536):
            print(data.hex(), flush=True)
            connection.sendall(data)
        print("end", flush=True)
