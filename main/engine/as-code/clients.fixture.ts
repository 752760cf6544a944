import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { runProgram, type Way } from './program.fixture.ts';

const LISTENING = /listening on\D*127\.0\.0\.1\D+(\d+)/;

/**
 * Goes through sessions of steps with clients, and prints what each has received in each session. A step is a client, who waits
 * for a line then, and what the client sends: `END` ends its side and waits for the end of the other, `RESET` resets the
 * connection. A client is connected by its first step, and waits for a greeting.
 */
const CLIENTS = `import json, socket, struct, sys
clients, heard, lines = {}, {}, {}
def read(who):
    try: data = clients[who].recv(65536)
    except OSError: data, heard[who] = b"", heard[who] + b" and a reset"
    heard[who] += data
    if not data: clients.pop(who).close()
def listen(who):
    lines[who] += 1
    while who in clients and heard[who].count(b"\\n") < lines[who]: read(who)
def end(who):
    clients[who].shutdown(socket.SHUT_WR)
    while who in clients: read(who)
results = []
for session in json.loads(sys.stdin.read()):
    heard, lines = {}, {}
    for who, hears, text in session:
        if who not in clients:
            clients[who] = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 60)
            heard[who] = heard.get(who, b"")
            lines[who] = heard[who].count(b"\\n")
            listen(who)
        if text == "END": end(who)
        elif text == "RESET":
            clients[who].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            clients.pop(who).close()
        else: clients[who].sendall(text.encode("latin-1"))
        for one in hears: listen(one)
    for who in list(clients): end(who)
    results.append({who: heard[who].decode("latin-1") for who in sorted(heard)})
print(json.dumps(results))`;

/** Who sends, who waits for a line then, and what is sent. */
export type Step = readonly [who: string, hears: readonly string[], text: string];

const run = promisify(execFile);

/** What each client receives. */
export type Heard = Readonly<Record<string, string>>;

/** What clients of a server receive in sessions, one after the other. */
export async function heard(port: number, sessions: readonly (readonly Step[])[]): Promise<readonly Heard[]> {
	const clients = run('python3', ['-c', CLIENTS, String(port)]);
	clients.child.stdin?.end(JSON.stringify(sessions));
	return JSON.parse((await clients).stdout);
}

/** What clients receive of the endpoint. */
export async function heardOfEndpoint(
	config: EndpointConfigInput,
	sessions: readonly (readonly Step[])[],
): Promise<readonly Heard[]> {
	const { local } = await new TestBench().start(config);
	return heard(local.port, sessions);
}

/** What clients receive of the program that is written for an endpoint, and what it prints. */
export async function heardOfProgram(
	config: EndpointConfigInput,
	sessions: readonly (readonly Step[])[],
	way: Way,
): Promise<{ readonly program: readonly Heard[]; readonly output: string }> {
	const running = runProgram(config, way);
	const [, port] = await running.printed(LISTENING);
	return { program: await heard(Number(port), sessions), output: running.output() };
}
