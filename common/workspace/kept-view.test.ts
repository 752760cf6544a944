import { expect, test } from 'vitest';
import {
	changeOfView,
	EMPTY_VIEW,
	inNextRun,
	joinedChanges,
	type KeptView,
	keptViewSchema,
	withChange,
} from './kept-view.ts';

const draft = (text: string) =>
	({ format: 'text', lineEnding: 'none', text, charset: 'utf-8', checksum: 'none', template: false, to: '' }) as const;
const shown: KeptView = {
	drafts: { e1: draft('one'), 'e2#7': draft('seven'), 'e1#3': draft('three') },
	target: { endpoint: 'e2', connection: 7 },
	filter: 'dir:in',
	centre: 'conversation',
	selection: { endpoint: 'e2', connection: 7, event: 40 },
	capture: 'c1',
	row: 12,
	folded: ['lab'],
	listed: { as: 'messages', tried: [{ endpoint: 'echo', framing: { type: 'line' } }] },
};

test('a change leads from one view to the other, and there is none between equal ones', () => {
	const later: KeptView = { ...shown, filter: '', drafts: { e1: draft('1'), 'e1#3': draft('three') } };
	const change = changeOfView(shown, later);
	expect(change).toEqual({ filter: '', drafts: { e1: draft('1'), 'e2#7': null } });
	expect(withChange(shown, change ?? {})).toEqual(later);
	expect(changeOfView(shown, { ...shown })).toBeUndefined();
	expect(keptViewSchema.parse(shown)).toEqual(shown);
});

test('two changes as one lead to the same view', () => {
	const first = { filter: 'dir:in', row: 3, drafts: { e1: draft('1'), 'e2#7': null } };
	const later = { filter: '', drafts: { 'e2#7': draft('7') } };
	expect(withChange(shown, joinedChanges(first, later))).toEqual(withChange(withChange(shown, first), later));
	expect(joinedChanges({ filter: 'a' }, { row: 1 })).toEqual({ filter: 'a', row: 1 });
});

test('two windows that change different drafts keep both, and the oldest of too many is dropped', () => {
	const one = withChange(EMPTY_VIEW, { drafts: { a: draft('A') } });
	expect(Object.keys(withChange(one, { drafts: { b: draft('B') } }).drafts)).toEqual(['a', 'b']);
	const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`e${n}`, draft('x')]));
	expect(Object.keys(withChange(one, { drafts: many }).drafts)).not.toContain('a');
});

test('in the next run the connections and the capture are gone, and a draft is that of its endpoint', () => {
	expect(inNextRun(shown)).toEqual({
		...shown,
		drafts: { e1: draft('one'), e2: draft('seven') },
		target: { endpoint: 'e2', connection: null },
		selection: { endpoint: 'e2', connection: null, event: null },
		capture: null,
		row: null,
	});
});
