"""A TLS server that echoes: prints its port, then a line for each handshake. Arguments: certificate and key, PEM files."""
import socket
import ssl
import sys
import threading

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1], sys.argv[2])


def serve(raw: socket.socket) -> None:
    try:
        with context.wrap_socket(raw, server_side=True) as peer:
            print(peer.version(), flush=True)
            while data := peer.recv(65536):
                peer.sendall(data)
    except OSError as error:
        print("failed", error, flush=True)


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
