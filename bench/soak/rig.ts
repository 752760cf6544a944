import { join } from 'node:path';
import type { CallInput } from '../../common/contract/index.ts';
import type { RunningHost } from '../lib/host.ts';
import type { SoakLoad } from '../load/types.ts';

type Config = CallInput<'endpointCreate'>['config'];

const ECHO = { rules: [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: '{{data}}' } }] };
/** Answers in capitals, and keeps a little of each message. */
const SCRIPT = `const last = new Map();
function onMessage(message, connection) {
  last.set(connection.id, message.text);
  connection.send(message.text.toUpperCase() + '\\n');
}
function onClose(connection) {
  last.delete(connection.id);
}
`;

/** The endpoints of the load. */
export interface Rig extends Pick<SoakLoad, 'ports' | 'paths'> {
	/** Ids of endpoints that send by themselves. */
	readonly client: string;
	readonly generator: string;
	/** One that never runs, to be edited. */
	readonly edited: string;
	/** The config of that one. */
	readonly config: Config;
}

/** Sets up one endpoint of each kind. `folder` is for the paths of Unix sockets: it has a short name. */
export async function setUp(host: RunningHost, folder: string): Promise<Rig> {
	const create = async (config: Config): Promise<string> => (await host.client.call('endpointCreate', { config })).id;
	const start = async (config: Config): Promise<string> => {
		const id = await create(config);
		await host.client.call('endpointStart', { id });
		return id;
	};
	const paths = { unix: join(folder, 'stream'), 'unix-datagram': join(folder, 'datagrams') };
	await start({ kind: 'unix-server', name: 'unix', path: paths.unix, responder: ECHO });
	await start({ kind: 'unix-datagram', name: 'unix-datagram', path: paths['unix-datagram'] });
	const tcp = await host.endpoint({ kind: 'tcp-server', name: 'tcp', port: 0, responder: ECHO });
	const line = { type: 'line' as const };
	const script = await host.endpoint({
		kind: 'tcp-server',
		name: 'script',
		port: 0,
		framing: line,
		responder: { script: { source: SCRIPT } },
	});
	const tls = await host.endpoint({ kind: 'tcp-server', name: 'tls', port: 0, tls: {}, responder: ECHO });
	const udp = await host.endpoint({ kind: 'udp', name: 'udp', responder: ECHO });
	const target = { host: '127.0.0.1', port: tcp };
	const other = await host.endpoint({ kind: 'tcp-server', name: 'not counted', port: 0, responder: ECHO });
	const slow = { latency: { delayMs: 5, jitterMs: 5 }, slicer: { averageBytes: 100, variationBytes: 50 } };
	const proxy = await host.endpoint({
		kind: 'tcp-proxy',
		name: 'proxy',
		port: 0,
		target,
		faults: { toTarget: slow, toClient: slow },
	});
	const ends = { reset: { afterBytes: 100, toxicity: 0.3 }, closeAfter: { ms: 500, toxicity: 0.3 } };
	const damage = { corrupt: { probability: 0.01 }, ...ends };
	const toxic = await host.endpoint({
		kind: 'tcp-proxy',
		name: 'toxic',
		port: 0,
		target: { host: '127.0.0.1', port: other },
		faults: { toTarget: damage, toClient: damage },
	});
	const client = await start({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: other, framing: line });
	const sink = await host.endpoint({ kind: 'udp', name: 'sink', ledger: { type: 'header' } });
	const remote = { host: '127.0.0.1', port: sink };
	const generator = await start({ kind: 'udp', name: 'generator', remote });
	const config: Config = { kind: 'tcp-server', name: 'edited', port: 0, responder: ECHO };
	return {
		ports: { tcp, script, tls, proxy, toxic, udp },
		paths,
		client,
		generator,
		edited: await create(config),
		config,
	};
}

/** Starts what sends by itself: a repeat, and numbered datagrams. Returns what stops both. */
export async function startSenders({ client }: RunningHost, rig: Rig, rate: number): Promise<() => Promise<void>> {
	const bytes = Buffer.from('a line of the repeat\n');
	const repeat = await client.call('repeatStart', { endpoint: rig.client, bytes, intervalMs: Math.ceil(4000 / rate) });
	const run = await client.call('generatorStart', { endpoint: rig.generator, plan: { rate } });
	return async () => {
		await client.call('sendingStop', { id: repeat.id });
		await client.call('sendingDismiss', { id: repeat.id });
		await client.call('generatorStop', { id: run.id });
	};
}
