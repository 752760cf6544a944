import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import { parseEscaped } from '../../../common/payload/escaped.ts';
import { parseComment } from '../format/comment.ts';
import type { Expected } from '../recording.fixture.ts';

/** An event in an export. */
export type ExportedEvent = Expected & { readonly n: number; readonly time: string };

const utf8 = (text: string) => new TextEncoder().encode(text);

export function readJsonLines(file: Buffer): ExportedEvent[] {
	return file
		.toString()
		.split('\n')
		.slice(0, -1)
		.map((line) => {
			const {
				n,
				time,
				event,
				endpoint,
				connection = 0,
				direction = 'none',
				length,
				hex,
				text,
				message = '',
			} = JSON.parse(line);
			const bytes = Buffer.from(hex ?? '', 'hex');
			if (event === 'data' && length !== bytes.length) throw new Error(`The length is wrong: ${line}`);
			if (text !== undefined && !bytes.equals(utf8(text))) throw new Error(`The text is wrong: ${line}`);
			return { n, time, kind: event, endpoint, connection, direction, bytes: new Uint8Array(bytes), text: message };
		});
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;

/** Parses CSV cells with the grammar of RFC 4180; throws for anything else. */
export function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (let at = 0; at < text.length; ) {
		CELL.lastIndex = at;
		const cell = CELL.exec(text);
		if (!cell) throw new Error(`No CSV at ${at}: ${text.slice(at, at + 50)}`);
		row.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '');
		at += cell[0].length;
		if (cell[3] === ',') continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

export function fromCsv(rows: readonly (readonly string[])[]): ExportedEvent[] {
	return rows
		.slice(1)
		.map(([n, time = '', event, endpoint = '', connection, direction, length, hex = '', text = '']) => {
			const kind = EVENT_KINDS.find((known) => known === event);
			const bytes = Buffer.from(hex, 'hex');
			const said = text.replace(/^'/, '');
			if (!kind) throw new Error(`There is no kind ${event}.`);
			if (kind === 'data' && (Number(length) !== bytes.length || (said !== '' && !bytes.equals(utf8(said))))) {
				throw new Error(`The row of event ${n} contradicts itself.`);
			}
			return {
				n: Number(n),
				time,
				kind,
				endpoint: endpoint.replace(/^'/, ''),
				connection: Number(connection),
				direction: DIRECTIONS.find((known) => known === direction) ?? 'none',
				bytes: new Uint8Array(bytes),
				text: kind === 'data' ? '' : said,
			};
		});
}

export function readHexDump(file: Buffer): ExportedEvent[] {
	const events: ExportedEvent[] = [];
	let left: number[] = [];
	const close = () => {
		const last = events.at(-1);
		if (last?.kind === 'data') events[events.length - 1] = { ...last, bytes: Uint8Array.from(left) };
		left = [];
	};
	for (const line of file.toString().split('\n').slice(0, -1)) {
		const bytes = /^([0-9a-f]{8}) {2}((?:[0-9a-f]{2} {1,2}){1,16}) *\|(.{1,16})\|$/.exec(line);
		if (bytes) {
			if (Number.parseInt(bytes[1] ?? '', 16) !== left.length) throw new Error(`The offset is wrong: ${line}`);
			const row = (bytes[2] ?? '')
				.trim()
				.split(/ +/)
				.map((hex) => Number.parseInt(hex, 16));
			const ascii = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
			if (ascii !== bytes[3] || line.indexOf('|') !== 60) throw new Error(`The characters are wrong: ${line}`);
			left.push(...row);
			continue;
		}
		close();
		const [, n, time = '', endpoint = '', what = ''] = /^(\d+) (\S+) ("(?:[^"\\]|\\.)*") (.*)$/.exec(line) ?? [];
		const comment = parseComment(what);
		if (!comment) throw new Error(`No head: ${line}`);
		const text = parseEscaped(comment.kind === 'data' ? '' : comment.text);
		if (!text.ok) throw new Error(`No text: ${line}`);
		const said = new TextDecoder().decode(text.bytes);
		events.push({
			...comment,
			n: Number(n),
			time,
			endpoint: JSON.parse(endpoint),
			text: said,
			bytes: new Uint8Array(0),
		});
	}
	close();
	return events;
}
