import { expect, test } from 'vitest';
import { type FilePacket, pcapFile } from './files.fixture.ts';
import { ACK, type Addresses, FIN, ip, PSH, RST, type SegmentFields, SYN, tcpSegment } from './frames.fixture.ts';
import { type Imported, imports } from './import.fixture.ts';

const imported = imports();
const CLIENT = '10.0.0.5';
const SERVER = '10.0.0.1';
const text = (value: string) => new TextEncoder().encode(value);

/** Packets of 10.0.0.5:50000 and 10.0.0.1:80, one after the other; the client's first byte is 101, the server's 501. */
class Script {
	readonly packets: FilePacket[] = [];
	snapLength = 65_535;
	ports = { client: 50_000, server: 80 };

	client(sequence: number, flags: number, data = '', acknowledgement = 501): this {
		return this.#add(true, { sequence, flags, acknowledgement, data: text(data) });
	}

	server(sequence: number, flags: number, data = '', acknowledgement = 101): this {
		return this.#add(false, { sequence, flags, acknowledgement, data: text(data) });
	}

	handshake(): this {
		return this.client(100, SYN, '', 0)
			.server(500, SYN | ACK)
			.client(101, ACK);
	}

	#add(fromClient: boolean, fields: SegmentFields): this {
		const ends: Addresses = fromClient
			? { source: CLIENT, destination: SERVER }
			: { source: SERVER, destination: CLIENT };
		const { client, server } = this.ports;
		const ports = fromClient ? { from: client, to: server } : { from: server, to: client };
		const bytes = ip(ends, 6, tcpSegment(ends, ports, fields));
		const time = BigInt(this.packets.length + 1) * 1_000_000n;
		this.packets.push({ time, bytes: bytes.subarray(0, this.snapLength), original: bytes.length });
		return this;
	}

	/** @param conversations how many are followed at once, the usual number by default */
	import(conversations?: number): Promise<Imported> {
		return imported.of(pcapFile(this.packets, { link: 101 }), conversations === undefined ? {} : { conversations });
	}

	async lines(): Promise<string[]> {
		return (await this.import()).lines.map((line) =>
			line.replace(/, which the client sent: the capture does not have (it|them)\./, ''),
		);
	}
}

const OPEN = '#1 in open 10.0.0.5:50000 → 10.0.0.1:80';
const DATA = ACK | PSH;

test('segments out of order are put in order, with their arrival times', async () => {
	const result = await new Script()
		.handshake()
		.client(104, DATA, 'def')
		.client(107, DATA, 'ghi')
		.client(101, DATA, 'abc')
		.import();
	expect(result.lines).toEqual([OPEN, '#1 in data abc', '#1 in data def', '#1 in data ghi']);
	expect(result.events.slice(1).map(({ time }) => time)).toEqual([6_000_000n, 4_000_000n, 5_000_000n]);
	expect(result.summary).toMatchObject({ outOfOrder: 2, gaps: 0 });
});

test('acknowledged bytes that never arrived are a gap, and the stream continues', async () => {
	const script = new Script().handshake().client(101, DATA, 'abc').client(110, DATA, 'jkl').server(501, ACK, '', 113);
	const result = await script.client(113, DATA, 'mno').import();
	expect(result.lines).toEqual([
		OPEN,
		'#1 in data abc',
		'#1 in note 6 bytes are missing here, which the client sent: the capture does not have them.',
		'#1 in data jkl',
		'#1 in data mno',
	]);
	expect(result.summary).toMatchObject({ gaps: 1, missingBytes: 6 });
});

test('a gap before the FIN, and one that the end of the file shows', async () => {
	const closed = new Script()
		.handshake()
		.client(101, DATA, 'abc')
		.client(106, FIN | ACK)
		.server(501, FIN | ACK, '', 107);
	expect(await closed.client(107, ACK, '', 502).lines()).toEqual([
		OPEN,
		'#1 in data abc',
		'#1 out end',
		'#1 in note 2 bytes are missing here',
		'#1 in end',
		'#1 none close',
	]);
	expect(await new Script().handshake().client(102, DATA, 'bc').lines()).toEqual([
		OPEN,
		'#1 in note 1 byte is missing here',
		'#1 in data bc',
	]);
});

test('packets cut by a snap length: the rest is missing', async () => {
	const script = new Script();
	script.snapLength = 46;
	script.handshake().client(101, DATA, 'abcdefghij').client(111, DATA, 'klmnopqrst').server(501, DATA, 'no', 121);
	expect(await script.lines()).toEqual([
		OPEN,
		'#1 in data abcdef',
		'#1 in note 4 bytes are missing here',
		'#1 in data klmnop',
		'#1 in note 4 bytes are missing here',
		'#1 out data no',
	]);
	const headers = new Script();
	headers.snapLength = 40;
	headers.handshake().client(101, DATA, 'abc').client(104, DATA, 'def').server(501, ACK, '', 107);
	expect(await headers.client(107, FIN | ACK).lines()).toEqual([
		OPEN,
		'#1 in note 6 bytes are missing here',
		'#1 in end',
	]);
});

test('retransmissions, keep-alives and window probes are in no stream twice', async () => {
	const script = new Script().handshake().client(101, DATA, 'abc').client(101, DATA, 'abc');
	script.client(103, ACK, 'X').client(103, ACK).client(104, ACK, 'd').client(104, DATA, 'def').client(100, SYN, '', 0);
	const result = await script.import();
	expect(result.lines).toEqual([OPEN, '#1 in data abc', '#1 in data d', '#1 in data ef']);
	expect(result.summary.retransmitted).toBe(2);
});

test('sequence numbers wrap', async () => {
	const script = new Script().client(0xffff_fffd, SYN, '', 0).server(500, SYN | ACK, '', 0xffff_fffe);
	script.client(1, DATA, 'def').client(0xffff_fffe, DATA, 'abc');
	expect(await script.lines()).toEqual([OPEN, '#1 in data abc', '#1 in data def']);
});

test('a reset, and the data in flight when it arrived', async () => {
	const script = new Script()
		.handshake()
		.client(101, DATA, 'abc')
		.client(104, RST | ACK)
		.server(501, DATA, 'late', 104);
	expect(await script.lines()).toEqual([OPEN, '#1 in data abc', '#1 in reset', '#1 none close', '#1 out data late']);
});

test('the same ports again are another connection', async () => {
	const script = new Script()
		.handshake()
		.client(101, DATA, 'one')
		.client(104, FIN | ACK)
		.server(501, FIN | ACK, '', 105);
	script
		.client(105, ACK, '', 502)
		.client(9000, SYN, '', 0)
		.server(7000, SYN | ACK, '', 9001)
		.client(9001, DATA, 'two', 7001);
	const lines = await script.lines();
	expect(lines.filter((line) => line.includes('data'))).toEqual(['#1 in data one', '#2 in data two']);
	expect(lines.filter((line) => line.includes('close'))).toEqual(['#1 none close']);
});

test('a SYN answered twice, with two numbers, is one connection with either of them', async () => {
	const answers = () =>
		new Script()
			.client(100, SYN, '', 0)
			.server(500, SYN | ACK)
			.server(900, SYN | ACK)
			.client(101, DATA, 'abc');
	const lines = [OPEN, '#1 in data abc', '#1 out data xyz', '#1 in data def'];
	expect(await answers().server(501, DATA, 'xyz', 104).client(104, DATA, 'def', 504).lines()).toEqual(lines);
	expect(await answers().server(901, DATA, 'xyz', 104).client(104, DATA, 'def', 904).lines()).toEqual(lines);
});

test('a capture that starts in the middle reports that, and finds the server by its port', async () => {
	const result = await new Script().server(7000, DATA, 'pong', 300).client(300, DATA, 'ping', 7004).import();
	expect(result.lines).toEqual([
		OPEN,
		'#1 none note The connection was there before the capture began.',
		'#1 out data pong',
		'#1 in data ping',
	]);
	expect(result.events[0]?.endpoint).toBe('10.0.0.1:80');
});

test('no connection was established: refused, and no answer', async () => {
	const refused = await new Script()
		.client(100, SYN, '', 0)
		.server(0, RST | ACK, '', 101)
		.import();
	expect(refused.lines).toEqual(['#0 none note The connection of 10.0.0.5:50000 was refused.']);
	expect(refused.events[0]?.endpoint).toBe('10.0.0.1:80');
	const silent = await new Script().client(100, SYN, '', 0).client(100, SYN, '', 0).import();
	expect(silent.lines).toEqual(['#0 none note The connection of 10.0.0.5:50000 got no answer.']);
	const idle = await new Script().client(100, ACK).server(500, ACK).import();
	expect(idle.summary.skipped).toEqual([{ reason: 'TCP acknowledgements without anything else', packets: 2 }]);
});

test('segments waiting for missing bytes are bounded: then it is a gap', async () => {
	const script = new Script().handshake();
	const piece = 'x'.repeat(1000);
	for (let i = 0; i < 9000; i++) script.client(201 + i * 1000, DATA, piece);
	const { summary, events } = await script.import();
	expect(summary).toMatchObject({
		gaps: 1,
		missingBytes: 100,
		outOfOrder: expect.any(Number),
		payloadBytes: 9_000_000,
	});
	expect(events[1]).toMatchObject({ kind: 'note', direction: 'in' });
	expect(summary.outOfOrder).toBeLessThan(9000);
});

test('with too many conversations the oldest is no longer followed, with a note', async () => {
	const script = new Script();
	script.handshake();
	for (let i = 0; i < 300; i++) {
		script.ports = { client: 1024 + i, server: 1 };
		script.client(101, DATA, 'x');
	}
	const result = await script.import(200);
	expect(result.summary.evicted).toBe(301 - 200);
	expect(result.lines).toContain(
		'#1 none note Not followed any further: the capture has more than 200 conversations at once.',
	);
});

test('ended connections are evicted before an idle one', async () => {
	const script = new Script().handshake();
	for (let i = 0; i < 300; i++) {
		script.ports = { client: 1024 + i, server: 81 };
		script
			.client(100, SYN, '', 0)
			.server(500, SYN | ACK)
			.client(101, RST);
	}
	script.ports = { client: 50_000, server: 80 };
	const result = await script.client(101, DATA, 'still here').import(200);
	expect(result.lines.at(-1)).toBe('#1 in data still here');
	expect(result.summary).toMatchObject({ evicted: 0, connections: 301 });
});
