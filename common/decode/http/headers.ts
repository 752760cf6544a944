import { charsetNamed } from '../../payload/index.ts';
import { endLine, peekLine } from '../core/line.ts';
import type { Reader } from '../core/reader.ts';

const LATIN1 = charsetNamed('latin1');

/** The fields of a message, or behind its last chunk, up to the empty line. Names in lower case; values of one name are joined. */
export function readHeaders(reader: Reader, name: string): ReadonlyMap<string, string> {
	const headers = new Map<string, string>();
	const read = () => {
		for (;;) {
			const line = peekLine(reader);
			if (line === '') return headers;
			if (line === undefined) {
				if (reader.left > 0) reader.text('line', reader.left, LATIN1);
				reader.fail({ code: 'short', missing: 1 });
			}
			const colon = line.indexOf(':');
			const key = (colon === -1 ? line : line.slice(0, colon)).toLowerCase();
			const value = colon === -1 ? '' : line.slice(colon + 1).trim();
			reader.record(key, line.length, value, colon === -1 ? { note: { code: 'unexpected', expected: ':' } } : {});
			endLine(reader);
			const before = headers.get(key);
			headers.set(key, before === undefined ? value : `${before}, ${value}`);
			reader.tell(headers.size);
		}
	};
	if (peekLine(reader) !== '') reader.group(name, read);
	endLine(reader);
	return headers;
}
