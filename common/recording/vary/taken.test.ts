import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edit } from './edit.ts';
import { Taken } from './taken.ts';

function overlap(one: Edit, other: Edit): boolean {
	return one.at < other.at + other.length && other.at < one.at + one.length;
}

it('a part is taken where its bytes overlap those of another one, or a mark lies in it, and not at their edges', () => {
	const edit = fc.record({ at: fc.nat(12), length: fc.nat(6) });
	const bytes = new Uint8Array(18);
	fc.assert(
		fc.property(fc.array(edit, { maxLength: 4 }), edit, (before, one) => {
			// A turn has one mark at most.
			fc.pre(one.length > 0 || before.every(({ length }) => length > 0));
			const taken = new Taken([{ turn: 3, from: 'client', time: 0n, bytes }]);
			for (const other of before) taken.add({ turn: 3, edit: other });
			expect(taken.has({ turn: 3, edit: one })).toBe(before.some((other) => overlap(one, other)));
			expect(taken.has({ turn: 4, edit: one })).toBe(false);
		}),
	);
});
