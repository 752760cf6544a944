import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { startProxy } from '../proxy/proxy.fixture.ts';
import { CountingSink } from '../testing/counting-sink.fixture.ts';
import { type Started, TestBench } from '../testing/workbench.fixture.ts';
import { releaseReceived } from './received-memory.ts';

const SIZE = 1024 * 1024;
const echo = { format: 'text', text: '{{data}}' } as const;
const any = { type: 'any' } as const;

/** Bytes that differ everywhere, and contain line ends. */
function pattern(): Buffer {
	const bytes = Buffer.alloc(SIZE);
	for (let i = 0, state = 1; i < SIZE; i++) {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		bytes[i] = state >>> 24;
	}
	return bytes;
}

/** Sends bytes, reads as many, and returns them. */
async function exchanged({ local }: Started, bytes: Buffer): Promise<Buffer> {
	const socket = connect({ host: local.address, port: local.port });
	onTestFinished(() => {
		socket.destroy();
	});
	await once(socket, 'connect');
	socket.end(bytes);
	const back: Buffer[] = [];
	let length = 0;
	for await (const chunk of socket) {
		back.push(chunk);
		length += chunk.length;
		if (length >= bytes.length) break;
	}
	return Buffer.concat(back);
}

test('the memory of whole received pieces is released, that of a part is not', () => {
	const [whole, part] = [new Uint8Array(65_536), new Uint8Array(65_536)];
	for (const bytes of [whole, part.subarray(0, 60_000), part.subarray(1)]) releaseReceived(bytes);
	expect([whole.length, part.length]).toEqual([0, 65_536]);
});

type Server = Extract<EndpointConfigInput, { kind: 'tcp-server' }>;

test.each<[string, Server['responder'], Server['framing']]>([
	['at once', { rules: [{ match: any, reply: echo }] }, undefined],
	['after a delay', { rules: [{ match: any, reply: echo, delayMs: 2 }] }, undefined],
	['joined', { join: true, rules: [{ match: any, reply: echo }] }, undefined],
	['framed', { rules: [{ match: any, reply: { ...echo, text: '{{data}}{{eol}}' } }] }, { type: 'line' }],
])('an echo %s returns the bytes that it received', async (_name, responder, framing) => {
	const bench = new TestBench({}, new CountingSink());
	const receive = framing === undefined ? {} : { framing };
	const server = await bench.start({ kind: 'tcp-server', name: 's', port: 0, responder, ...receive });
	const bytes = pattern();
	expect(await exchanged(server, bytes)).toEqual(bytes);
});

test.each([
	['nothing', {}],
	['latency', { latency: { delayMs: 2, jitterMs: 1 } }],
	['slices', { slicer: { averageBytes: 40_000, variationBytes: 20_000, delayMs: 0 } }],
] as const)('a proxy that adds %s passes on the bytes that it received', async (_name, fault) => {
	const bench = new TestBench({}, new CountingSink());
	const target = await bench.preset('class-tcp');
	const some = { probability: 1 };
	const faults = {
		toTarget: Object.fromEntries(Object.entries(fault).map(([key, one]) => [key, { ...one, ...some }])),
	};
	const proxy = await startProxy(bench, target.local.port, { faults });
	const bytes = pattern();
	expect(await exchanged(proxy, bytes)).toEqual(bytes);
});

test('a reply that reverses the message does not change the message', async () => {
	const bench = new TestBench({}, new CountingSink());
	const reply = { format: 'text', text: '{{data|reverse}}{{data}}' } as const;
	const server = await bench.start({
		kind: 'tcp-server',
		name: 's',
		port: 0,
		responder: { rules: [{ match: any, reply }] },
	});
	expect(String(await exchanged(server, Buffer.from('abc')))).toBe('cbaabc');
});
