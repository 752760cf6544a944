import { expect, test } from 'vitest';
import { event, events, eventsIn, listeningPort, python, wirebench } from './testing/cli.fixture.ts';
import { commandLines } from './testing/command-lines.fixture.ts';

const run = commandLines();

const listen = async (url: string, ...options: string[]) => {
	const server = wirebench(['listen', url, '--json', ...options]);
	return listeningPort(server);
};

test('the interactive client sends each line, nothing for an empty one, and prints the answers', async () => {
	const port = await listen('tcp://127.0.0.1:0', '--preset', 'upper-echo');
	const client = wirebench(['connect', `tcp://127.0.0.1:${port}`, '--preset', 'interactive-client', '--json'], {
		input: 'one\n\ntwo\n\n',
	});
	expect(await client.exit()).toBe(0);
	const hexOf = (direction: string) =>
		events(client)
			.filter((each) => each.event === 'data' && each.direction === direction)
			.map((each) => Buffer.from(String(each.hex), 'hex').toString())
			.join('');
	expect([hexOf('out'), hexOf('in')]).toEqual(['onetwo', 'ONETWO']);
});

test('the HTTP client prints header and body separately', async () => {
	const server = python([
		'import http.server',
		'class Handler(http.server.BaseHTTPRequestHandler):',
		'    def do_GET(self):',
		'        self.send_response(200)',
		'        self.send_header("X-Test", "yes")',
		'        self.end_headers()',
		'        self.wfile.write(b"body\\n\\nwith an empty line")',
		'    def log_message(self, *_): pass',
		's = http.server.HTTPServer(("127.0.0.1", 0), Handler)',
		'print(s.server_port)',
		's.serve_forever()',
	]);
	const port = await server.line(() => true);
	const args = ['connect', `tcp://127.0.0.1:${port}`, '--preset', 'http-client', '--split-header'];
	const client = wirebench(args);
	expect(await client.exit()).toBe(0);
	expect(client.stdout()).toMatch(
		/^--- header, \d+ bytes\nHTTP\/1\.0 200 OK\r\n(.*\r\n)*X-Test: yes\r\n\r\n--- body\nbody\n\nwith an empty line\nreceived \d+ events/,
	);
	const json = await run([...args, '--json']);
	expect(json.code).toBe(0);
	const hexOf = (kind: string) => eventsIn(json.stdout).find((each) => each.event === kind)?.hex;
	expect(Buffer.from(String(hexOf('body')), 'hex').toString()).toContain('body\n\n');
	expect(Buffer.from(String(hexOf('header')), 'hex').toString()).toMatch(/\r\n\r\n$/);
});

test('ask sends datagrams one by one: each after the answer to the previous one, or its timeout', async () => {
	const server = python([
		'import socket',
		's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
		's.bind(("127.0.0.1", 0))',
		'print(s.getsockname()[1])',
		'while True:',
		'    data, peer = s.recvfrom(1000)',
		'    print(data.decode())',
		'    if data != b"mute 1": s.sendto(b"got " + data, peer)',
	]);
	const port = await server.line(() => true);
	const asking = wirebench([
		'ask',
		`udp://127.0.0.1:${port}`,
		'Ann',
		'mute {{counter}}',
		'Bob {{counter}}',
		'--template',
		'--timeout',
		'1500',
		'--repeats',
		'1',
		'--json',
	]);
	expect(await asking.exit()).toBe(1);
	const story = events(asking)
		.filter((each) => each.event === 'data')
		.map((each) => `${each.direction} ${Buffer.from(String(each.hex), 'hex')}`);
	expect(story).toEqual(['out Ann', 'in got Ann', 'out mute 1', 'out mute 1', 'out Bob 2', 'in got Bob 2']);
	expect(await event(asking, 'error')).toMatchObject({ message: 'Message 2 of 3 got no answer within 1500 ms.' });
	await event(asking, 'note', { message: '2 of 3 messages got their answer.' });
	server.child.kill('SIGTERM');
	await server.exit();
	const refused = await run([
		'ask',
		`udp://127.0.0.1:${port}`,
		'--preset',
		'udp-client',
		'--on-no-answer',
		'stop',
		'--json',
	]);
	expect(refused.code).toBe(1);
	expect(eventsIn(refused.stdout).map((each) => each.errno)).toContain('ECONNREFUSED');
	expect(eventsIn(refused.stdout).map((each) => each.message)).toContain('Message 1 of 3 was refused.');
});
