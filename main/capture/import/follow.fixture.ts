import { readWithSharkd } from '../sharkd.fixture.ts';
import { followSchema, sharkdReads, tshark } from '../tshark.fixture.ts';
import type { Imported } from './import.fixture.ts';

/** A direction of a stream: the data, and, as numbers, the missing bytes between. */
export type Run = Buffer | number;

/** Both directions of a conversation, by the sender's address and port. */
export type FollowedStream = ReadonlyMap<string, Run[]>;

const MISSING = /^\[(\d+) bytes missing in capture file\]\0$/;

/** Merges adjacent bytes, and adjacent gaps. */
function join(runs: readonly Run[]): Run[] {
	const result: Run[] = [];
	for (const run of runs) {
		const last = result.at(-1);
		if (typeof run === 'number') {
			if (typeof last === 'number') result[result.length - 1] = last + run;
			else result.push(run);
		} else if (run.length > 0) {
			if (last instanceof Buffer) result[result.length - 1] = Buffer.concat([last, run]);
			else result.push(run);
		}
	}
	return result;
}

interface StreamCounts {
	readonly tcp?: number;
	readonly udp?: number;
}

/** The first streams that Wireshark follows in a file, up to a number for each protocol. */
export function followAll(file: string, streams: StreamCounts): Promise<FollowedStream[]> {
	return sharkdReads ? followBySharkd(file, streams) : followByTshark(file, streams);
}

/** A piece of a stream: what is missing is a text in its place. */
function runOf(bytes: Buffer): Run {
	const missing = MISSING.exec(bytes.toString('latin1'));
	return missing ? Number(missing[1]) : bytes;
}

function followBySharkd(file: string, streams: StreamCounts): Promise<FollowedStream[]> {
	return readWithSharkd(file, async (ask) => {
		const result: FollowedStream[] = [];
		for (const protocol of ['tcp', 'udp'] as const) {
			for (let i = 0; i < (streams[protocol] ?? 0); i++) {
				const filter = `${protocol}.stream==${i}`;
				const { chost, cport, shost, sport, payloads } = followSchema.parse(
					await ask('follow', { follow: protocol.toUpperCase(), filter }),
				);
				if (chost === 'NONE') continue;
				const side = (server: boolean) =>
					join(payloads.filter(({ s }) => (s === 1) === server).map(({ d }) => runOf(Buffer.from(d, 'base64'))));
				result.push(
					new Map([
						[formatEnd(chost, cport), side(false)],
						[formatEnd(shost, sport), side(true)],
					]),
				);
			}
		}
		return result;
	});
}

const formatEnd = (host: string, port: string) => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);

/** In one run: tshark's start takes longer than its reading. */
async function followByTshark(file: string, streams: StreamCounts): Promise<FollowedStream[]> {
	const taps = (['tcp', 'udp'] as const).flatMap((protocol) =>
		Array.from({ length: streams[protocol] ?? 0 }, (_, i) => ['-z', `follow,${protocol},raw,${i}`]),
	);
	// With relative numbers it fails where a SYN follows other packets of its connection.
	const raw = ['-o', 'tcp.relative_sequence_numbers:FALSE'];
	const result: FollowedStream[] = [];
	for (const part of tshark(file, '-q', ...raw, ...taps.flat())
		.split(/^Follow: /m)
		.slice(1)) {
		const nodes = [...part.matchAll(/^Node [01]: (.*)$/gm)].map((match) => match[1] ?? '');
		// tshark's placeholder for the ends of a missing stream.
		if (nodes.includes(':0')) continue;
		const runs: [Run[], Run[]] = [[], []];
		for (const [, tab, hex = ''] of part.matchAll(/^(\t?)([0-9a-f]+)$/gm)) {
			runs[tab === '' ? 0 : 1].push(runOf(Buffer.from(hex, 'hex')));
		}
		result.push(new Map(nodes.map((node, i) => [node, join(runs[i === 0 ? 0 : 1])])));
	}
	return result;
}

/** The same for an import, by the pair of addresses; connections with the same addresses are one after the other in the list. */
export function followImport(imported: Imported): FollowedStream[] {
	const streams = new Map<number, { client: string; server: string; runs: Map<string, Run[]> }>();
	for (const { connection, kind, direction, text, bytes } of imported.events) {
		if (kind === 'open') {
			const [client = '', server = ''] = text.split(' → ');
			streams.set(connection, {
				client,
				server,
				runs: new Map([
					[client, []],
					[server, []],
				]),
			});
		}
		const stream = streams.get(connection);
		if (!stream || direction === 'none') continue;
		const runs = stream.runs.get(direction === 'in' ? stream.client : stream.server);
		const missing = kind === 'note' ? /^(\d+) bytes? (?:is|are) missing/.exec(text) : undefined;
		if (kind === 'data') runs?.push(bytes);
		else if (missing) runs?.push(Number(missing[1]));
	}
	return [...streams.values()].map(({ runs }) => new Map([...runs].map(([end, list]) => [end, join(list)])));
}

/**
 * Why an import's direction differs from tshark's, or undefined. It may have a gap and more data at the end: tshark
 * leaves out segments that wait when the file ends.
 */
export function difference(theirs: readonly Run[], ours: readonly Run[]): string | undefined {
	for (const [i, run] of theirs.entries()) {
		const own = ours[i];
		const last = i === theirs.length - 1;
		const same = typeof run === 'number' || typeof own === 'number' ? run === own : own?.equals(run);
		if (!same) return `run ${i} of ${theirs.length}${last ? ', the last' : ''}: ${show(run)} there, ${show(own)} here`;
	}
	const more = ours[theirs.length];
	return more === undefined || typeof more === 'number' ? undefined : `${show(more)} too many`;
}

function show(run: Run | undefined): string {
	return run instanceof Buffer ? `${run.length} bytes ${run.subarray(0, 8).toString('hex')}…` : `gap of ${run}`;
}
