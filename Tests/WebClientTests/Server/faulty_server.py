"""A web server with every fault that a link can have, on addresses of this computer alone.

It prints the port of its plain half and of its half with a self-signed certificate, then serves until its standard
input is closed. `/log` tells what has been asked so far, a line each.
"""

import http.server
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

LOG = []
SEEN = {}
STATUSES = {"/missing": 404, "/gone": 410, "/error": 500, "/closed": 403, "/fine": 200, "/fine-too": 200, "/private": 200}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.reply(with_body=False)

    def do_GET(self):
        self.reply(with_body=True)

    def reply(self, with_body):
        path = self.path
        if path == "/log":
            return self.send(200, ("\n".join(LOG) + "\n").encode(), True)
        LOG.append(f"{self.command} {path} {self.headers.get('User-Agent', '')}")
        SEEN[path] = SEEN.get(path, 0) + 1
        if path == "/robots.txt":
            self.send(200, b"User-agent: *\nDisallow: /private\n", with_body)
        elif path == "/moved":
            self.send(301, b"", with_body, {"Location": "/fine"})
        elif path == "/elsewhere":
            self.send(302, b"", with_body, {"Location": "/fine"})
        elif path == "/round":
            self.send(302, b"", with_body, {"Location": "/round"})
        elif path == "/busy":
            if SEEN[path] == 1:
                self.send(429, b"", with_body, {"Retry-After": "1"})
            else:
                self.send(200, b"at last", with_body)
        elif path == "/get-only":
            self.send(405 if self.command == "HEAD" else 200, b"here", with_body)
        elif path == "/hang":
            time.sleep(30)
        elif path == "/reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
            self.connection.close()
        else:
            self.send(STATUSES.get(path, 404), b"text", with_body)

    def send(self, status, body, with_body, headers=()):
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def self_signed():
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "cert.pem")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1",
             "-subj", "/CN=localhost", "-keyout", key, "-out", certificate],
            check=True, stderr=subprocess.DEVNULL)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        return context


def main():
    plain = Server(("127.0.0.1", 0), Handler)
    secret = Server(("127.0.0.1", 0), Handler)
    secret.socket = self_signed().wrap_socket(secret.socket, server_side=True, do_handshake_on_connect=False)
    for server in (plain, secret):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(plain.server_port, secret.server_port, flush=True)
    sys.stdin.read()


main()
