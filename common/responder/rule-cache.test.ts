import { expect, test } from 'vitest';
import { responderSchema } from '../contract/config/responder.ts';
import { checkStructure } from '../structure/read.ts';
import { compiledRules, compileResponder } from './index.ts';

/** A structure with a field of this name. */
function programs(field: string) {
	const program = checkStructure({ structure: 1, id: 'meter', fields: [{ name: field, type: 'u8' }] }).usable?.program;
	if (program === undefined) throw new Error('It has problems.');
	return new Map([['meter', program]]);
}

const byField = (condition: string) => ({ match: { type: 'fields', structure: 'meter', condition } });
const rules = (...all: readonly unknown[]) => responderSchema.parse({ rules: all });

test('only a rule that has changed is compiled again, and each answers at its place', () => {
	const cache = compiledRules();
	const known = programs('a');
	const compile = (...all: readonly unknown[]) => compileResponder(rules(...all), 'r', 'utf-8', known, cache);
	const before = compile(byField('a == 1'), byField('a == 2'));
	const after = compile(byField('a == 3'), byField('a == 1'), byField('a == 2'));
	expect(after.action(1)).toBe(before.action(0));
	expect(after.action(2)).toBe(before.action(1));
	expect([1, 2, 3].map((value) => after.answer(Uint8Array.of(value))?.rule)).toEqual([1, 2, 0]);
	expect([1, 2, 3].map((value) => before.answer(Uint8Array.of(value))?.rule)).toEqual([0, 1, undefined]);
});

test('another structure or charset compiles all of them again; a fault is reported each time, at its place', () => {
	const cache = compiledRules();
	const one = rules(byField('a == 1'));
	const known = programs('a');
	const first = compileResponder(one, 'r', 'utf-8', known, cache).action(0);
	expect(compileResponder(one, 'r', 'utf-8', new Map(known), cache).action(0)).toBe(first);
	expect(compileResponder(one, 'r', 'utf-16le', known, cache).action(0)).not.toBe(first);
	const wrong = rules({ match: { type: 'any' } }, byField('a == 1'));
	const other = programs('b');
	for (let round = 0; round < 2; round++) {
		expect(() => compileResponder(wrong, 'r', 'utf-8', other, cache)).toThrow(
			expect.objectContaining({ details: expect.objectContaining({ path: 'r.rules[1].match.condition' }) }),
		);
	}
});
