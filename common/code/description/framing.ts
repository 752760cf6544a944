import type { Framing } from '../../contract/config/framing.ts';
import type { CharsetName } from '../../payload/charsets/names.ts';
import { encodePlain } from '../../payload/written.ts';
import type { Omissions } from './omissions.ts';
import type { CodeFraming } from './program.ts';

const LF = Uint8Array.of(10);

/** CR LF as LF. */
function withoutReturns(bytes: Uint8Array): Uint8Array {
	return bytes.filter((byte, at) => !(byte === 13 && bytes[at + 1] === 10));
}

/** How the program splits what it receives. A silence ends no message in it. */
export function framingOf(framing: Framing, charset: CharsetName, omissions: Omissions): CodeFraming {
	switch (framing.type) {
		case 'none':
			return framing;
		case 'line':
			return { type: 'delimiter', delimiter: LF, lines: true };
		case 'delimiter': {
			const encoded = encodePlain(framing.delimiter, charset);
			if (!encoded.ok || encoded.bytes.length === 0) {
				omissions.add('charsetText', framing.delimiter.text);
				return { type: 'none' };
			}
			const lines = framing.eitherLineEnd === true && encoded.bytes.includes(10);
			return { type: 'delimiter', delimiter: lines ? withoutReturns(encoded.bytes) : encoded.bytes, lines };
		}
		case 'fixed':
			omissions.add('unfinished');
			return { type: 'fixed', length: framing.length };
		case 'length': {
			const { size, order, offset, adjustment, includesHead } = framing;
			const head = offset + size;
			omissions.add('unfinished');
			return { type: 'length', head, size, order, add: adjustment - (includesHead ? head : 0) };
		}
		case 'idle':
			omissions.add('idleFraming', String(framing.ms));
			return { type: 'none' };
	}
}
