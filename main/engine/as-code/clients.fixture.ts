import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { runProgram, type Way } from './program.fixture.ts';

const LISTENING = /listening on\D*127\.0\.0\.1\D+(\d+)/;

/**
 * Goes through steps with clients, and prints all that each has received. A step is a client, who waits for a line then, and what
 * the client sends: `END` ends its side and waits for the end of the other, `RESET` resets the connection. A client is connected
 * by its first step, and waits for a greeting.
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
for who, hears, text in json.loads(sys.stdin.read()):
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
print(json.dumps({who: heard[who].decode("latin-1") for who in sorted(heard)}))`;

/** Who sends, who waits for a line then, and what is sent. */
export type Step = readonly [who: string, hears: readonly string[], text: string];

const run = promisify(execFile);

async function heard(port: number, steps: readonly Step[]): Promise<Record<string, string>> {
	const clients = run('python3', ['-c', CLIENTS, String(port)]);
	clients.child.stdin?.end(JSON.stringify(steps));
	return JSON.parse((await clients).stdout);
}

/** What clients hear of the endpoint, and of the program that is written for it. */
export async function both(config: EndpointConfigInput, steps: readonly Step[], way: Way) {
	const bench = new TestBench();
	const { local } = await bench.start(config);
	const program = runProgram(config, way);
	const [, port] = await program.printed(LISTENING);
	const [ours, theirs] = await Promise.all([heard(local.port, steps), heard(Number(port), steps)]);
	return { endpoint: ours, program: theirs, output: program.output() };
}
