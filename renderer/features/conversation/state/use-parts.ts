import { useEffect, useState } from 'react';
import { headerEnd } from '../../../../common/payload/index.ts';
import { viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';

/** Maximum bytes of a stream that are read for its parts. */
const MOST = 128 * 1024;

/** The start of one side's data, up to the first empty line and after it. */
export interface Parts {
	/** Absent while there is no empty line. */
	readonly header: Uint8Array | undefined;
	readonly body: Uint8Array;
	/** The stream is longer than the part read. */
	readonly more: boolean;
}

async function read(connection: number, side: 'in' | 'out'): Promise<Parts> {
	const all = new Uint8Array(MOST);
	let length = 0;
	let place: { n: number; offset: number } | undefined = { n: 0, offset: 0 };
	while (place !== undefined && length < MOST) {
		const answer: { bytes: Uint8Array; next?: { n: number; offset: number } | undefined } = await session.call(
			'streamBytes',
			{ ...viewed(), connection, side, last: Number.MAX_SAFE_INTEGER, ...place },
		);
		const bytes = answer.bytes.subarray(0, MOST - length);
		all.set(bytes, length);
		length += bytes.length;
		place = bytes.length < answer.bytes.length ? { n: 0, offset: 0 } : answer.next;
	}
	const said = all.subarray(0, length);
	const end = headerEnd(said);
	return {
		header: end < 0 ? undefined : said.subarray(0, end),
		body: said.subarray(Math.max(end, 0)),
		more: place !== undefined,
	};
}

/** The parts of a stream, read again when it has grown. `lines` grows with it. */
export function useParts(connection: number, side: 'in' | 'out', lines: number): Parts | Error | undefined {
	const [parts, setParts] = useState<Parts | Error>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: `lines` grows when there is more to read
	useEffect(() => {
		let wanted = true;
		read(connection, side).then(
			(next) => wanted && setParts(next),
			(error: unknown) => wanted && setParts(error instanceof Error ? error : new Error(String(error))),
		);
		return () => {
			wanted = false;
		};
	}, [connection, side, lines]);
	return parts;
}
