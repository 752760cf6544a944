import { readProxyNote } from '../../../common/capture/proxy-note.ts';
import { type NotedTls, readTlsNote } from '../../../common/capture/tls-note.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { CaptureRow, FilterState } from '../../../common/contract/calls/capture.ts';
import type { RecordedEvent, Recording, RecordingSide } from '../../../common/contract/calls/recording.ts';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { replayTexts } from '../../../common/words/en/sentences/recordings.ts';
import type { CaptureReading } from '../../capture/types.ts';
import { appError } from '../sentences/app-error.ts';
import { listedConnections } from './listed-connections.ts';

/** The events of a connection, once all events of this moment have been scanned. */
async function rowsOf(capture: CaptureReading, connection: number): Promise<CaptureRow[]> {
	const filter = `conn:${connection}`;
	const { stored } = capture.counters();
	const done = Promise.withResolvers<void>();
	const look = ({ scanned, limited, error }: FilterState): void => {
		if (error !== undefined) done.reject(WirebenchError.fromInfo(error));
		else if (limited || scanned >= stored) done.resolve();
	};
	const run = capture.follow('captureFilter', { filter }, look);
	try {
		look(run.snapshot);
		await done.promise;
		const all: CaptureRow[] = [];
		for (;;) {
			const { rows } = await capture.call('captureRows', { filter, from: all.length, count: LIMITS.rowsPerQuery });
			all.push(...rows);
			if (rows.length < LIMITS.rowsPerQuery) return all;
			if (all.length > LIMITS.recordingEvents)
				throw appError('too-large', 'tooManyEventsToRun', { most: LIMITS.recordingEvents });
		}
	} finally {
		run.dispose();
	}
}

async function payload(capture: CaptureReading, { n, length, preview }: CaptureRow): Promise<Uint8Array> {
	if (length <= preview.length) return preview;
	const bytes = new Uint8Array(length);
	for (let at = 0; at < length; ) {
		const part = await capture.bytes(n, at, Math.min(LIMITS.bytesPerQuery, length - at));
		if (part.bytes.length === 0) throw appError('disk', 'eventShorter', { n: n + 1 });
		bytes.set(part.bytes, at);
		at += part.bytes.length;
	}
	return bytes;
}

/** The side of the peer, whose events are `in`, and a sentence where that is a guess. */
function sideOfPeer(rows: readonly CaptureRow[]): { readonly peer: RecordingSide; readonly note?: string } {
	const open = rows.find(({ kind }) => kind === 'open');
	if (open !== undefined && open.direction !== 'none') return { peer: open.direction === 'in' ? 'client' : 'server' };
	const first = rows.find(({ kind }) => kind === 'data');
	return {
		peer: first?.direction === 'out' ? 'server' : 'client',
		note: replayTexts.recordedWithoutStart,
	};
}

/** The conversation of a connection. Rejects with `not-found` where the capture has none of this number, and `too-large`. */
export async function readRecording(capture: CaptureReading, connection: number): Promise<Recording> {
	const all = await listedConnections(capture);
	const known = all.find(({ id }) => id === connection);
	const rows = known === undefined ? [] : await rowsOf(capture, connection);
	if (known === undefined || rows.length === 0) {
		throw appError('not-found', 'noConnectionInCapture', { id: connection });
	}
	const bytes = known.bytesIn + known.bytesOut;
	if (bytes > LIMITS.recordingBytes) throw appError('too-large', 'tooManyBytesToRun', { bytes });
	const { peer, note } = sideOfPeer(rows);
	const events: RecordedEvent[] = [];
	const notes = note === undefined ? [] : [note];
	// It may have been corrected on the way.
	const charset = rows.findLast(({ kind }) => kind === 'data')?.charset;
	let tls: Recording['tls'];
	let proxied: ReturnType<typeof readProxyNote>;
	for (const row of rows) {
		const { kind, direction, time, text } = row;
		const other = peer === 'client' ? 'server' : 'client';
		const from = direction === 'in' ? peer : other;
		if (kind === 'data') events.push({ type: 'data', from, time, bytes: await payload(capture, row) });
		else if (kind === 'end' || kind === 'reset') events.push({ type: kind, from, time });
		else if (kind === 'note') {
			const secure = readTlsNote(text);
			const through = readProxyNote(text);
			if (secure !== undefined) tls ??= recordedTls(secure, peer);
			else if (through !== undefined) proxied ??= through;
			else notes.push(text);
		} else if (kind === 'error') notes.push(text);
	}
	const { endpoint, protocol } = known;
	const [client, server] = endsOf(rows, known, peer);
	return {
		connection,
		endpoint,
		transport: protocol === 'udp' ? 'datagram' : 'stream',
		...(charset && { charset }),
		client,
		server: proxied?.target ?? server,
		...(tls && { tls }),
		...(proxied && { via: proxied.proxy }),
		events,
		notes,
	};
}

function recordedTls(
	{ certificate, verified, ...facts }: NotedTls,
	peer: RecordingSide,
): NonNullable<Recording['tls']> {
	const isOurServer = peer === 'client';
	return { ...facts, unverified: !isOurServer && !verified, clientCertificate: isOurServer && certificate };
}

/** The addresses of client and server: as the open event has them, else those of the packets. */
function endsOf(
	rows: readonly CaptureRow[],
	{ local, remote }: CapturedConnection,
	peer: RecordingSide,
): [string, string] {
	const [from = '', to = '', ...more] = rows.find(({ kind }) => kind === 'open')?.text.split(' → ') ?? [];
	if (from !== '' && to !== '' && more.length === 0) return [from, to];
	return peer === 'client' ? [remote, local] : [local, remote];
}
