import type { CaptureLibrary, StoredCapture } from '../../common/contract/calls/library.ts';
import type { OpenCapture } from '../../common/contract/calls/open-capture.ts';
import type { RunningHost } from '../lib/host.ts';
import { seen } from '../lib/seen.ts';
import type { Reader } from './reader.ts';

const LIMIT_MS = 120_000;

const closed = ({ client }: RunningHost, folder: string): Promise<CaptureLibrary> => {
	const isClosed = (one: StoredCapture) => one.folder === folder && one.state === 'closed';
	return seen(
		(look, onError) => client.subscribe('captureLibrary', {}, { onSnapshot: look, onDelta: look, onError }),
		({ captures }) => captures.some(isClosed),
		{ ms: LIMIT_MS, what: `${folder} is closed` },
	);
};

const opened = ({ client }: RunningHost, id: string): Promise<readonly OpenCapture[]> =>
	seen(
		(look, onError) => client.subscribe('captures', {}, { onSnapshot: look, onDelta: look, onError }),
		(all) => all.some((one) => one.id === id && one.progress === undefined),
		{ ms: LIMIT_MS, what: `capture ${id} is open` },
	);

interface Rolled {
	/** The folder of the new live capture. */
	readonly folder: string;
	/** In the one before, and lines that its export lacks. */
	readonly events: number;
	readonly lacking: number;
}

/** Rolls the live capture; has the one before read, opens, exports, closes and deletes it. */
export async function rollCapture(host: RunningHost, reader: Reader, before: string): Promise<Rolled> {
	const { client } = host;
	const { folder } = await client.call('captureNew', {});
	// A live capture without events is kept.
	if (folder === before) return { folder, events: 0, lacking: 0 };
	await closed(host, before);
	await reader.read(before);
	const { id } = await client.call('openCapture', { path: before });
	const all = await opened(host, id);
	const one = all.find((capture) => capture.id === id);
	if (one === undefined || one.error !== undefined) throw new Error(`${before} was not opened: ${one?.error?.message}`);
	const { download } = await client.call('startExport', {
		capture: id,
		format: 'jsonl',
		destination: { type: 'download', name: 'soak.jsonl' },
	});
	const response = await fetch(new URL(download ?? '', host.url));
	if (!response.ok) throw new Error(`The export was answered with ${response.status}.`);
	let lines = 0;
	for await (const bytes of response.body ?? []) for (const byte of bytes) if (byte === 10) lines += 1;
	await client.call('closeCapture', { id });
	await client.call('captureDelete', { folders: [before] });
	return { folder, events: one.events, lacking: Math.abs(one.events - lines) };
}
