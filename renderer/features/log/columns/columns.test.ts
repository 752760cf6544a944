import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, type Column, type ColumnName, columnsOf, movedBefore, movedBy, withColumn } from './columns.ts';
import { layOut } from './layout.ts';

/** px of a character at the usual size. */
const CHARACTER = 7.2;
const usual = columnsOf([]);
const names = (columns: readonly Column[]) => columns.map(({ name }) => name);
const at = (width: number, columns = usual) => layOut(columns, width, CHARACTER);

describe('columns', () => {
	it('are those of the settings; unknown and repeated ones are left out, missing ones added in their place', () => {
		const stored = [
			{ name: 'preview', shown: null, width: null },
			{ name: 'of tomorrow', shown: true, width: 90 },
			{ name: 'time', shown: false, width: 120 },
			{ name: 'time', shown: true, width: null },
		];
		const columns = columnsOf(stored);
		expect(names(columns).toSorted()).toEqual(Object.keys(COLUMNS).toSorted());
		expect(columns.find(({ name }) => name === 'time')).toEqual({ name: 'time', shown: false, width: 120 });
		expect(columns.findIndex(({ name }) => name === 'preview')).toBeLessThan(
			columns.findIndex(({ name }) => name === 'time'),
		);
	});

	it('move to a place, and past their visible neighbour', () => {
		const visible = at(1000).names;
		expect(visible.slice(0, 3)).toEqual(['time', 'delta', 'endpoint']);
		expect(at(1000, movedBy(usual, 'endpoint', -1, visible)).names.slice(0, 3)).toEqual(['time', 'endpoint', 'delta']);
		expect(at(1000, movedBy(usual, 'time', 1, visible)).names.slice(0, 3)).toEqual(['delta', 'time', 'endpoint']);
		expect(movedBy(usual, 'time', -1, visible)).toBe(usual);
		expect(movedBy(usual, 'preview', 1, visible)).toBe(usual);
		expect(at(1000, movedBefore(usual, 'preview', 'time')).names[0]).toBe('preview');
		expect(at(1000, movedBefore(usual, 'time', undefined)).names.at(-1)).toBe('time');
	});

	it.each(['modbus.unit', 'modbus.function', 'dns.question.name'])('of %s are wide enough to know it', (field) => {
		const name = `field:${field}` as const;
		const chosen = columnsOf([{ name, shown: true, width: null }]);
		const widths = [2000, 300].map((width) => (at(width, chosen).widths.get(name) ?? 0) / CHARACTER);
		expect(widths[0]).toBeGreaterThanOrEqual(field.length);
		expect(widths[1]).toBeGreaterThanOrEqual(Math.min(field.length, 16));
	});

	it('of messages are in a list of messages only, and give way first', () => {
		const wide = layOut(usual, 1200, CHARACTER, true).names;
		expect(wide).toEqual(expect.arrayContaining(['message', 'reads', 'duration', 'delta']));
		expect(at(1200).names).not.toContain('reads');
		expect(layOut(usual, 640, CHARACTER, true).names).toEqual(at(640).names);
	});

	it('cannot all be hidden', () => {
		const none = names(usual).reduce((columns, name) => withColumn(columns, name, { shown: false }), usual);
		expect(at(1000, none).names).toHaveLength(1);
	});
});

describe('layout', () => {
	it.each([
		[1000, ['time', 'delta', 'endpoint', 'connection', 'direction', 'kind', 'length', 'preview']],
		[737, ['time', 'delta', 'endpoint', 'connection', 'direction', 'kind', 'length', 'preview']],
		[700, ['time', 'endpoint', 'connection', 'direction', 'kind', 'length', 'preview']],
		[640, ['time', 'endpoint', 'direction', 'kind', 'length', 'preview']],
		[580, ['time', 'endpoint', 'direction', 'length', 'preview']],
		[460, ['time', 'direction', 'preview']],
	])('%i px have time, direction, endpoint and length longest', (width, wanted) => {
		expect(at(width).names).toEqual(wanted);
	});

	const column = fc.record({
		shown: fc.constantFrom(true, false, null),
		width: fc.oneof(fc.constant(null), fc.integer({ min: 20, max: 900 })),
	});
	it('gives the preview at least 40 characters and every column what a person wants, whatever is shown', () => {
		fc.assert(
			fc.property(
				fc.array(column, { minLength: usual.length, maxLength: usual.length }),
				fc.integer({ min: 200, max: 3000 }),
				(all, width) => {
					const wanted = usual.map((one, i) => ({ ...one, ...all[i] }));
					const layout = layOut(wanted, width, CHARACTER, true);
					const px = (name: ColumnName) => layout.widths.get(name) ?? 0;
					for (const { name, shown, width: chosen } of wanted) {
						if (shown !== null) expect(layout.names.includes(name)).toBe(shown);
						if (chosen !== null && layout.names.includes(name) && name !== 'preview') expect(px(name)).toBe(chosen);
					}
					if (layout.names.includes('preview')) expect(px('preview')).toBeGreaterThanOrEqual(40 * CHARACTER);
					expect(layout.width).toBeGreaterThanOrEqual(width);
					const used = layout.names.reduce((sum, name) => sum + px(name) + 8, 12);
					expect(used).toBeLessThanOrEqual(layout.width);
				},
			),
		);
	});
});
