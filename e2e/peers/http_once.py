"""Python's own HTTP server for one request: prints its port, then the request as it came, in hex."""
import http.server
import sys


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        lines = [self.raw_requestline] + [f"{name}: {value}\r\n".encode() for name, value in self.headers.items()]
        print((b"".join(lines) + b"\r\n").hex(), flush=True)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>hello</p>")

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.handle_request()
server.server_close()
