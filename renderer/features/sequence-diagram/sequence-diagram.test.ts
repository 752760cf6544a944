import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { parseFilter } from '../../../common/filter/index.ts';
import { arrowOf, gapText, labelOf, spokenRow } from './arrow.ts';
import { columnCentre, columnWidth, GUTTER } from './layout.ts';
import { filterFor, MOST_PARTIES, partiesOf } from './parties.ts';

function connection(id: number, local: string, remote: string, endpoint = 'echo'): CapturedConnection {
	return { id, endpoint, protocol: 'tcp', local, remote, first: 0, events: 1, bytesIn: 0, bytesOut: 0, closed: false };
}

function row(rest: Partial<CaptureRow>): CaptureRow {
	const preview = new Uint8Array();
	const base = { n: 0, time: 0n, endpoint: 'echo', connection: 3, length: 0, preview, text: '' };
	return { ...base, kind: 'data', direction: 'in', ...rest };
}

test('an address has one column, named after its endpoint, also when its peer is listed first', () => {
	const { columns, ends } = partiesOf([
		connection(1, '127.0.0.1:50000', '127.0.0.1:80', 'client'),
		connection(2, '127.0.0.1:80', '127.0.0.1:50000', 'server'),
		connection(3, '127.0.0.1:80', '127.0.0.1:50001', 'server'),
	]);
	expect(columns).toEqual([
		{ address: '127.0.0.1:50000', endpoint: 'client' },
		{ address: '127.0.0.1:80', endpoint: 'server' },
		{ address: '127.0.0.1:50001', endpoint: undefined },
	]);
	expect([...ends]).toEqual([
		[1, { local: 0, remote: 1 }],
		[2, { local: 1, remote: 0 }],
		[3, { local: 1, remote: 2 }],
	]);
});

test('never more columns than fit, and each connection has both of its ends or is counted', () => {
	const some = fc.array(fc.tuple(fc.nat(8), fc.nat(20)), { maxLength: 40 });
	fc.assert(
		fc.property(some, (pairs) => {
			const all = pairs.map(([a, b], i) => connection(i + 1, a === 0 ? '' : `l:${a}`, b === 0 ? '' : `r:${b}`));
			const { columns, ends, left } = partiesOf(all);
			expect(columns.length).toBeLessThanOrEqual(MOST_PARTIES);
			expect(ends.size + left).toBe(all.length);
			for (const { local, remote } of ends.values()) {
				expect(columns[local]?.endpoint).toBe('echo');
				expect(columns[remote]).toBeDefined();
			}
			expect(new Set(columns.map(({ address }) => address)).size).toBe(columns.length);
		}),
	);
});

test('the list is the applied filter, limited to these connections', () => {
	expect(filterFor('', [])).toBe('');
	expect(filterFor('a or b', [])).toBe('');
	expect(filterFor('', [3])).toBe('conn:3');
	expect(filterFor('a or b', [3, 5])).toBe('(a or b) (conn:3 or conn:5)');
	expect(parseFilter(filterFor('a or b', [3, 5]))).toEqual(parseFilter('(a or b) and (conn:3 or conn:5)'));
});

test('arrows point in the direction of the bytes, and events at one end stay there', () => {
	const ends = { local: 0, remote: 2 };
	expect(arrowOf(row({ direction: 'in' }), ends)).toEqual({ from: 2, to: 0, headless: false });
	expect(arrowOf(row({ direction: 'out' }), ends)).toEqual({ from: 0, to: 2, headless: false });
	expect(arrowOf(row({ kind: 'close', direction: 'none' }), ends)).toEqual({ from: 0, to: 2, headless: true });
	expect(arrowOf(row({ kind: 'error', direction: 'none' }), ends)).toEqual({ from: 0, to: 0, headless: true });
});

test('rows describe in words what they draw', () => {
	const preview = new TextEncoder().encode('GET /\r\n');
	expect(spokenRow(row({ length: 7, preview }))).toBe('#3 → in 7 bytes GET /\\r\\n');
	expect(spokenRow(row({ length: 900, preview, direction: 'out' }))).toBe('#3 → out 900 bytes GET /\\r\\n…');
	expect(spokenRow(row({ kind: 'reset', text: 'ECONNRESET' }))).toBe('#3 → in reset ECONNRESET');
	expect(labelOf(row({ length: 16_384, preview }), true)).toEqual({ head: '16.4 kB', rest: 'GET /\\r\\n…' });
	expect(labelOf(row({ kind: 'open' }), true).head).toBe('open · (SYN, SYN-ACK, ACK)');
	expect(labelOf(row({ kind: 'open' }), false).head, 'UDP has no SYN').toBe('open');
});

test('pauses show from a tenth of a second', () => {
	expect(gapText(99_999_999n)).toBeUndefined();
	expect(gapText(2_295_000_000n)).toBe('+2.3 s');
	expect(gapText(61_000_000_000n)).toBe('+1m 01s');
	expect(gapText(3_720_000_000_000n)).toBe('+1h 02m');
	expect(gapText(-5_000_000_000n)).toBeUndefined();
});

test('columns share the width, and are never too narrow to read', () => {
	expect(columnWidth(GUTTER + 602, 2)).toBe(300);
	expect(columnWidth(500, 12)).toBe(132);
	expect(columnCentre(300, 1)).toBe(GUTTER + 450);
});
