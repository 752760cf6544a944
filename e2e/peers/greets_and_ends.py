"""A server that says hello and ends at once: `greets_and_ends.py [CERT KEY]`, with TLS where a certificate is given. Prints its port. Reads nothing
before its own end, and then up to the client's."""
import socket
import ssl
import sys
import threading

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
if len(sys.argv) > 1:
    context.load_cert_chain(sys.argv[1], sys.argv[2])


def serve(raw: socket.socket) -> None:
    try:
        if len(sys.argv) > 1:
            peer = context.wrap_socket(raw, server_side=True)
            peer.sendall(b"hello")
            raw = peer.unwrap()
        else:
            raw.sendall(b"hello")
        raw.shutdown(socket.SHUT_WR)
        while raw.recv(65536):
            pass
    except OSError:
        pass
    finally:
        raw.close()


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
