import { toHex, visibleJson } from '../../../../common/payload/index.ts';
import { isoTime } from '../../../bytes/event-time.ts';
import type { CopiedRow } from './copy-rows.ts';

/** A row as JSON on one line, with the names that exports use (docs/export-formats.md). */
export function jsonOf({ row, bytes }: CopiedRow): string {
	const { n, time, kind, endpoint, connection, direction, length, text, message } = row;
	return visibleJson(
		JSON.stringify({
			n,
			time: isoTime(time),
			event: kind,
			endpoint,
			...(connection === 0 ? {} : { connection }),
			...(direction === 'none' ? {} : { direction }),
			...(message === undefined
				? {}
				: { message: message.number, first: message.first, reads: message.reads, begin: isoTime(message.begin) }),
			...(kind === 'data' ? { length, hex: toHex(bytes), ...utf8Text(bytes) } : { message: text }),
		}),
	);
}

/** The bytes as text where they are UTF-8. */
function utf8Text(bytes: Uint8Array): { readonly text?: string } {
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch (error) {
		if (error instanceof TypeError) return {};
		throw error;
	}
}
