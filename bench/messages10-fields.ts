import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CallInput } from '../common/contract/index.ts';
import type { Bench, Options } from './lib/bench.ts';
import { type RunningHost, startHost } from './lib/host.ts';
import { percentile, summarise } from './lib/statistics.ts';
import { processorTime, residentMebibytes } from './lib/threads.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';
import { filterMessages, listMessages, rowsAnywhere, sendMessages, type WriteMessage } from './messages/load.ts';

const MESSAGES = 10_000_000;
const MILLION = 1_000_000;
const PLACES = 200;
const ROWS = 100;
/** What a scan that was taken away may still cost, in the time that is looked at. */
const AFTER_MS = 500;

interface Load {
	readonly name: string;
	/** Offset of the length, which counts what is behind it. */
	readonly lengthAt: number;
	readonly write: WriteMessage;
	/** A filter by two fields, and the part of the messages that match. */
	readonly filter: string;
	readonly part: number;
	readonly structure?: CallInput<'structureSave'>['structure'];
}

/** Read Holding Registers of ten units in turn (MODBUS Messaging on TCP/IP, 3.1), at a port that is not Modbus's. */
const modbus: Load = {
	name: 'Modbus',
	lengthAt: 4,
	write: (bytes, at, i) => {
		bytes.write('000000000006000300640002', at, 'hex');
		bytes.writeUInt16BE(i & 0xffff, at);
		bytes[at + 6] = i % 10;
		return 12;
	},
	filter: 'modbus.quantity = 2 and modbus.unit != 3',
	part: 0.9,
};

/** Readings of ten units in turn, known by a constant of 16 bits. */
const meter: Load = {
	name: 'a structure',
	lengthAt: 2,
	write: (bytes, at, i) => {
		bytes.write('aa55000a010000000000000000ff', at, 'hex');
		bytes[at + 5] = i % 10;
		bytes.writeUInt32BE(i, at + 6);
		bytes.writeInt16BE((i % 1000) - 500, at + 10);
		return 14;
	},
	filter: 'meter.unit = 3 and meter.value > -500',
	part: 0.1,
	structure: {
		structure: 1,
		id: 'meter',
		fields: [
			{ name: 'start', type: 'u16', const: '0xaa55' },
			{ name: 'size', type: 'u16' },
			{ name: 'command', type: 'u8' },
			{ name: 'unit', type: 'u8' },
			{ name: 'count', type: 'u32' },
			{ name: 'value', type: 'i16' },
			{ name: 'rest', type: 'bytes' },
		],
	},
};

/** Processor time of a host in ms while something runs; undefined without /proc. */
async function spent<T>({ pid }: RunningHost, work: () => Promise<T>): Promise<{ result: T; ms: number | undefined }> {
	const before = processorTime(pid);
	const result = await work();
	const after = processorTime(pid);
	return { result, ms: before === undefined || after === undefined ? undefined : after - before };
}

function judged(what: string, limit: number, ms: number | undefined): Verdict {
	return ms === undefined
		? unmeasured(what, 'most', limit, 'ms', 'There is no /proc.')
		: judge(what, 'most', limit, 'ms', summarise([ms]));
}

async function measure(host: RunningHost, load: Load, { quick, say }: Options): Promise<Verdict[]> {
	const count = quick ? 100_000 : MESSAGES;
	const { name, lengthAt, write, filter, part, structure } = load;
	if (structure !== undefined) await host.client.call('structureSave', { structure });
	const framing = {
		type: 'length',
		size: 2,
		order: 'big',
		offset: lengthAt,
		adjustment: 0,
		includesHead: false,
	} as const;
	const port = await host.endpoint({ kind: 'tcp-server', name: 'load', port: 0, framing });
	const bytes = await sendMessages(port, count, write);
	await host.status((now) => now.received === now.stored + now.dropped && now.size > bytes);
	const before = residentMebibytes(host.pid);
	const list = await listMessages(host);

	const scan = await spent(host, () => filterMessages(host, filter));
	const { matched, ms, firstMs, reports, stop } = scan.result;
	if (matched < count * (part - 0.001) || matched > count * part)
		throw new Error(`${matched} of ${count} messages match.`);
	const perMillion = scan.ms === undefined ? undefined : (scan.ms / count) * MILLION;
	const rows = await rowsAnywhere(host, { places: PLACES, count: ROWS, items: matched, filter });
	const after = residentMebibytes(host.pid);
	stop();

	// Another filter is taken away as soon as it has found something: what is asked next is answered at once.
	const cut = await filterMessages(host, `${filter} and len > 1`, 100);
	const left = performance.now();
	cut.stop();
	await rowsAnywhere(host, { places: 1, count: ROWS, items: list.items });
	const answered = performance.now() - left;
	const idle = await spent(host, () => setTimeout(AFTER_MS));
	list.stop();

	say(`  ${name}: ${matched} of ${count} in ${ms.toFixed(0)} ms, ${reports} reports`);
	say(`  ${before.toFixed(0)} MiB before the list, ${after.toFixed(0)} MiB with all matches`);
	return [
		judged(`${name}: 1 million by fields, processor time`, 3000, perMillion),
		judge(`${name}: first rows of the result`, 'most', 500, 'ms', summarise([firstMs])),
		judge(`${name}: ${ROWS} matches anywhere, p95`, 'most', 50, 'ms', summarise([percentile(rows, 0.95)])),
		judge(`${name}: an answer after a filter is taken away`, 'most', 50, 'ms', summarise([answered])),
		judged(`${name}: processor time in half a second after that`, AFTER_MS / 5, idle.ms),
		judge(`${name}: growth of memory`, 'most', 64, 'MiB', summarise([after - before])),
	];
}

export const bench: Bench = {
	title: '10 million messages of a stream filtered by fields of a protocol and of a structure, and scrolled through',
	async run(options: Options): Promise<Verdict[]> {
		const verdicts: Verdict[] = [];
		for (const load of [modbus, meter]) {
			const host = await startHost(options.scratch, join(options.scratch, `fields-${load.lengthAt}`));
			try {
				verdicts.push(...(await measure(host, load, options)));
			} finally {
				await host.stop();
			}
		}
		return verdicts;
	},
};
