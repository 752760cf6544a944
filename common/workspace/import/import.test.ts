import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { encodeWritten } from '../../payload/index.ts';
import { foundIn, fromCommandLine, importedWorkspace } from './index.ts';
import { shellWords } from './shell-words.ts';

/** The endpoints without defaults that a text becomes, its payloads, and what was not taken over. */
function imported(text: string) {
	const found = foundIn(text);
	if (found === undefined) throw new Error('Nothing was found.');
	const { workspace, notes } = importedWorkspace(found, undefined);
	expect(workspace.endpoints).toHaveLength(found.endpoints.length);
	return { ...workspace, notes: notes.map(({ message }) => message) };
}

describe('Packet Sender', () => {
	// As src/packet.cpp of Packet Sender writes them: numbers as texts, keys in lower case.
	const packet = {
		...{
			name: 'hello',
			hexstring: '68 65 6c 6c 6f 0d 0a',
			fromip: 'You',
			toip: '192.168.1.7',
			errorstring: '',
			port: '55056',
		},
		...{ fromport: '0', tcporudp: 'UDP', sendresponse: '0', requestpath: '', repeat: 0, asciistring: 'aGVsbG8=' },
	};

	test('an export as JSON becomes payloads, and an endpoint for each destination', () => {
		const packets = [
			packet,
			{ ...packet, hexstring: '01 02' },
			{ ...packet, name: 'secure', tcporudp: 'SSL', port: '443', fromport: '2417028088', repeat: 1.5 },
			{ ...packet, name: 'six', tcporudp: 'UDP', toip: '::1', fromport: '8041183' },
			{ ...packet, name: 'all', toip: '255.255.255.255' },
			{ ...packet, name: 'page', tcporudp: 'HTTP Post', port: '8080', requestpath: '/form?x', hexstring: '613d62' },
			{ ...packet, name: 'raw', tcporudp: 'ICMP' },
			{ ...packet, name: 'odd', toip: '', hexstring: '123' },
		];
		const { endpoints, payloads, notes } = imported(JSON.stringify(packets));
		expect(endpoints).toMatchObject([
			{ id: 'e1', kind: 'udp', host: '0.0.0.0', port: 0, remote: { host: '192.168.1.7', port: 55056 } },
			{ id: 'e2', kind: 'tcp-client', host: '192.168.1.7', port: 443, tls: { verify: true } },
			{ id: 'e3', kind: 'udp', name: 'UDP [::1]:55056', host: '::', remote: { host: '::1', port: 55056 } },
			{ id: 'e4', kind: 'udp', remote: { host: '255.255.255.255' }, options: { broadcast: true } },
			{ id: 'e5', kind: 'tcp-client', host: '192.168.1.7', port: 8080 },
		]);
		expect(payloads.map(({ name, text }) => [name, text])).toEqual([
			['hello', '68 65 6c 6c 6f 0d 0a'],
			['hello 2', '01 02'],
			['secure', '68 65 6c 6c 6f 0d 0a'],
			['six', '68 65 6c 6c 6f 0d 0a'],
			['all', '68 65 6c 6c 6f 0d 0a'],
			[
				'page',
				'POST /form?x HTTP/1.1\\r\\nHost: 192.168.1.7:8080\\r\\nConnection: close\\r\\n' +
					'Content-Type: application/x-www-form-urlencoded\\r\\nContent-Length: 3\\r\\n\\r\\na=b',
			],
			['raw', '68 65 6c 6c 6f 0d 0a'],
			['odd', '01 23'],
		]);
		expect(payloads.every(({ template, folder }) => !template && folder === 'Packet Sender')).toBe(true);
		expect(notes).toEqual([
			'secure: it is sent every 1.5 s there; choose the repetition when you send it.',
			'raw: ICMP is neither TCP, UDP, SSL nor HTTP: only its bytes were taken over.',
			'odd: its bytes have an odd number of digits: a 0 was put in front.',
			'odd: it names no destination: only its bytes were taken over.',
			'TLS 192.168.1.7:443: Packet Sender does not verify a server unless a setting of it says so; Wirebench does.',
		]);
	});

	test('the bytes of a posted packet are sent as they are, however many', () => {
		const bodies = ['c3 a9 ff', '41'.repeat(200_000)].map((hex) => Buffer.from(hex.replaceAll(' ', ''), 'hex'));
		const packets = bodies.map((body) => ({ ...packet, tcporudp: 'HTTP Post', hexstring: body.toString('hex') }));
		const { payloads } = imported(JSON.stringify(packets));
		const sent = payloads.map((payload) => encodeWritten(payload));
		for (const [at, body] of bodies.entries()) {
			const result = sent[at];
			if (!result?.ok) throw new Error('There are no bytes.');
			const bytes = Buffer.from(result.bytes);
			const start = bytes.indexOf('\r\n\r\n') + 4;
			expect(bytes.subarray(0, start).toString()).toContain(`Content-Length: ${body.length}\r\n`);
			expect(bytes.subarray(start).equals(body)).toBe(true);
		}
	});

	test('a packets.ini, as Qt writes one, does the same', () => {
		const ini = [
			'[NAMES]',
			'1\\name=My packet',
			'2\\name="a=b, \\"c\\""',
			'3\\name=gone',
			'size=3',
			'',
			'[My%20packet]',
			'name=My packet',
			'fromIP=You',
			'toIP=127.0.0.1',
			'port=9000',
			'fromPort=0',
			'tcpOrUdp=TCP',
			'hexString="68 69 "',
			'repeat=0',
			'timestamp="Mon, 3 Feb 2025 10:00:00"',
			'',
			'[a%3Db%2C%20%22c%22]',
			'toIP=::1',
			'port=9001',
			'tcpOrUdp=UDP',
			'hexString=00',
		].join('\r\n');
		const { endpoints, payloads, notes } = imported(ini);
		expect(endpoints).toMatchObject([
			{ kind: 'tcp-client', host: '127.0.0.1', port: 9000 },
			{ kind: 'udp', remote: { host: '::1', port: 9001 } },
		]);
		expect(payloads.map(({ name, text }) => [name, text])).toEqual([
			['My packet', '68 69'],
			['a=b, "c"', '00'],
		]);
		expect(notes).toEqual(['gone: the file has no section for it: it was left out.']);
	});
});

describe('Toxiproxy', () => {
	const toxic = (type: string, attributes: object, more: object = {}) => ({ name: type, type, attributes, ...more });
	const redis = {
		name: 'redis',
		listen: '127.0.0.1:26379',
		upstream: 'localhost:6379',
		enabled: true,
		toxics: [
			toxic('latency', { latency: 100, jitter: 10 }, { stream: 'downstream', toxicity: 0.5 }),
			toxic('bandwidth', { rate: 20 }, { stream: 'upstream' }),
			toxic('slow_close', { delay: 5 }),
			toxic('timeout', { timeout: 0 }),
			toxic('reset_peer', { timeout: 7 }),
			toxic('limit_data', { bytes: 1000 }),
			toxic('slicer', { average_size: 64, size_variation: 32, delay: 1500 }),
			toxic('latency', { latency: 1 }),
			toxic('noise', {}),
		],
	};

	test('what its API lists becomes proxies with faults, each with its unit', () => {
		const { endpoints, notes } = imported(JSON.stringify({ redis }));
		expect(endpoints).toMatchObject([
			{
				kind: 'tcp-proxy',
				name: 'redis',
				host: '127.0.0.1',
				port: 26379,
				target: { host: 'localhost', port: 6379 },
				faults: {
					toTarget: { bandwidth: { bytesPerSecond: 20_000, toxicity: 1 } },
					toClient: {
						latency: { delayMs: 100, jitterMs: 10, toxicity: 0.5 },
						slowClose: { delayMs: 5 },
						timeout: { ms: 0 },
						reset: { afterBytes: 0, afterMs: 7 },
						limitData: { bytes: 1000 },
						slicer: { averageBytes: 64, variationBytes: 32, delayMs: 2 },
					},
				},
			},
		]);
		expect(notes).toEqual([
			"redis: the slicer's delay of 1500 µs became 2 ms.",
			'redis: only one latency in a direction is possible: the first was taken over.',
			'redis: there is no fault like the toxic noise: it was left out.',
		]);
	});

	test('its configuration file does the same', () => {
		const other = { name: 'web', listen: '[::]:18080', upstream: 'webapp.domain:8080', enabled: false };
		const { endpoints, notes } = imported(JSON.stringify([other, { ...other, name: 'bad', upstream: 'nowhere' }]));
		expect(endpoints).toMatchObject([
			{ name: 'web', host: '::', port: 18080, target: { host: 'webapp.domain', port: 8080 } },
		]);
		expect(notes).toEqual([
			'web: it is switched off there; here every endpoint is stopped until it is started.',
			'bad: its addresses are not HOST:PORT: it was left out.',
		]);
	});
});

describe('command lines', () => {
	const ANY = '127.0.0.1 here.';
	test.each<[string, object, string?]>([
		['nc example.org 80', { kind: 'tcp-client', name: 'nc example.org 80', host: 'example.org', port: 80 }],
		['nc -4 -p 4000 -s 10.0.0.1 h 1', { family: 'ipv4', localPort: 4000, localHost: '10.0.0.1' }],
		['nc -u -v h 53', { kind: 'udp', host: '0.0.0.0', remote: { host: 'h', port: 53 } }],
		['nc -lk 9000', { kind: 'tcp-server', host: '127.0.0.1', port: 9000 }, ANY],
		['nc -l -p 9000 -w 5', { kind: 'tcp-server', port: 9000 }, '--wait was left out'],
		['nc -lu ::1 9000', { kind: 'udp', host: '::1', port: 9000 }],
		['nc -U /tmp/s', { kind: 'unix-client', path: '/tmp/s' }],
		['nc -lU @s', { kind: 'unix-server', path: '@s' }],
		['nc -X connect -x proxy:8080 h 1', { via: { type: 'http', host: 'proxy', port: 8080 } }],
		[
			'ncat --ssl --ssl-servername n -e /bin/sh h 1',
			{ tls: { verify: false, servername: 'n' } },
			'--exec was left out',
		],
		[
			'ncat -l --ssl --ssl-cert c.pem --ssl-key k.pem h 1',
			{ tls: { identity: { from: 'own', cert: { path: 'c.pem' } } } },
		],
		['socat - TCP:h:1', { kind: 'tcp-client', host: 'h', port: 1 }],
		[
			'socat -d -d STDIO UDP4-SENDTO:h:1,sp=5',
			{ kind: 'udp', port: 5, family: 'ipv4', remote: { host: 'h', port: 1 } },
		],
		[
			'socat TCP-LISTEN:7,fork,reuseaddr,bind=::1 PIPE',
			{ kind: 'tcp-server', host: '::1', port: 7, responder: { rules: [{}] } },
		],
		[
			'socat TCP-LISTEN:7,fork EXEC:/bin/date',
			{ kind: 'tcp-server', port: 7, responder: { rules: [] } },
			'EXEC has no counterpart',
		],
		['socat TCP-LISTEN:1,fork TCP:h:2', { kind: 'tcp-proxy', port: 1, target: { host: 'h', port: 2 } }],
		['socat UDP-LISTEN:1,fork UDP:h:2', { kind: 'udp-proxy', port: 1, target: { host: 'h', port: 2 } }],
		[
			'socat OPENSSL-LISTEN:1,cert=c.pem,verify=0 OPENSSL:h:2,verify=0,cafile=ca.pem',
			{ kind: 'tcp-proxy', tls: { identity: { from: 'own' } }, targetTls: { verify: false, ca: { path: 'ca.pem' } } },
		],
		['socat - UNIX-CONNECT:/tmp/s,ignoreeof', { kind: 'unix-client', path: '/tmp/s' }, 'option ignoreeof was left out'],
		['$ /usr/bin/socat unix-listen:s,fork echo | cat', { kind: 'unix-server', path: 's' }, 'behind | was left out'],
		['curl telnet://h', { kind: 'tcp-client', host: 'h', port: 23 }],
		['curl --unix-socket /var/run/s http://h/', { kind: 'unix-client', path: '/var/run/s' }],
		[
			"curl -sk https://h:8443/ -x socks5h://me:secret@[::1]:1 --cacert 'my ca.pem' -m 3",
			{
				kind: 'tcp-client',
				port: 8443,
				via: { type: 'socks5', host: '::1', port: 1, user: 'me', password: '' },
				tls: { verify: false, alpn: ['http/1.1'], ca: { from: 'file', path: 'my ca.pem' } },
			},
			'--max-time was left out',
		],
	])('%s', (line, endpoint, note) => {
		const { endpoints, notes } = imported(line);
		expect(endpoints).toMatchObject([endpoint]);
		if (note !== undefined) expect(notes.join('\n')).toContain(note);
		expect(JSON.stringify(endpoints)).not.toContain('secret');
	});

	test('several lines, with comments, continuations, and lines of something else', () => {
		const { endpoints, notes } = imported('# a bench\nnc -l \\\n  127.0.0.1 9000\n\nping h\ncurl ftp://h\nnc\n');
		expect(endpoints).toMatchObject([{ kind: 'tcp-server', port: 9000 }]);
		expect(notes).toEqual([
			'ping h: it was left out.',
			'curl ftp://h: it has no URL of http, https or telnet: it was left out.',
			'nc: it has no address: it was left out.',
		]);
		expect(foundIn('hello\nworld')).toBeUndefined();
		expect(foundIn('{"a":1}')).toBeUndefined();
		expect(foundIn('')).toBeUndefined();
		expect(fromCommandLine('wget h')).toBeUndefined();
	});

	test('a quoted operator belongs to the command', () => {
		const { endpoints, payloads, notes } = imported(`curl -d '|' -H "X: 1" http://h/ \\> '<' ; cat`);
		expect(endpoints).toMatchObject([{ kind: 'tcp-client', host: 'h' }]);
		expect(JSON.stringify([endpoints, payloads])).toContain('X: 1');
		expect(notes.filter((note) => note.includes('behind'))).toEqual(['curl: what stands behind ; was left out.']);
	});

	test('words are those of a shell', () => {
		expect(shellWords(`a 'b  c' "d\\"e\\x" f\\ g h'i'"j" $'k\\n\\x41\\'' ''`)).toEqual([
			'a',
			'b  c',
			'd"e\\x',
			'f g',
			'hij',
			"k\nA'",
			'',
		]);
		expect(shellWords("a 'b")).toBeUndefined();
	});
});

describe.skipIf(spawnSync('curl', ['--version']).error !== undefined)('a request of curl', () => {
	test.each<[string, readonly string[]]>([
		['a page', ['/a/b?c=d']],
		['only the head', ['-I', '/']],
		['a form', ['/form', '-d', 'a=1', '-d', 'b=ä', '-H', 'X-One: two', '-A', 'me']],
		['a query', ['/q', '-G', '-d', 'a=1', '-b', 'c=d', '-e', 'http://r/']],
		['JSON', ['/j', '--json', '{"a":"{{b}}"}', '-X', 'PUT']],
		['HTTP/1.0', ['-0', '/old', '-H', 'Accept:']],
	])('is sent as curl itself sends it: %s', async (_name, [first = '', ...more]) => {
		let received = '';
		// It answers once the head and the body are there.
		const front = net.createServer((socket) => {
			socket.setEncoding('latin1').on('data', (chunk) => {
				received += String(chunk);
				const [head = '', body] = received.split(/\r\n\r\n(.*)/s);
				const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
				if (body !== undefined && body.length >= length) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
			});
		});
		front.listen(0, '127.0.0.1');
		await once(front, 'listening');
		const address = front.address();
		if (address === null || typeof address === 'string') throw new Error('It has no port.');
		const args = [first, ...more].map((word) =>
			word.startsWith('/') ? `http://127.0.0.1:${address.port}${word}` : word,
		);
		await promisify(execFile)('curl', ['-s', '--noproxy', '*', ...args]);
		front.close();

		const line = `curl -s ${args.map((word) => `'${word}'`).join(' ')}`;
		const [payload] = importedWorkspace(fromCommandLine(line) ?? { endpoints: [], payloads: [], notes: [] }, undefined)
			.workspace.payloads;
		if (payload === undefined) throw new Error('There is no request.');
		expect(payload.template).toBe(false);
		const bytes = encodeWritten(payload);
		if (!bytes.ok) throw new Error(bytes.message);
		const sent = Buffer.from(bytes.bytes).toString('latin1');
		// Curl's own name is not ours; the order of headers has no meaning.
		const parts = (text: string) => {
			const [head = '', ...body] = text.split('\r\n\r\n');
			const [request, ...headers] = head.split('\r\n').filter((each) => !each.startsWith('User-Agent: curl'));
			return { request, headers: headers.sort(), body };
		};
		expect(parts(sent)).toEqual(parts(received));
	});
});
