import { expect, test } from 'vitest';
import { WirebenchError } from '../contract/base/errors.ts';
import {
	clashesOf,
	onlyParts,
	partsOf,
	readWorkspace,
	withoutStructure,
	withStructure,
	writeWorkspace,
} from './index.ts';
import { fitsSchema } from './json-schema.fixture.ts';
import { workspaceSchema } from './schema.ts';
import { takeParts } from './take-parts.ts';

const one = {
	structure: 1,
	id: 'meter',
	title: 'Meter',
	fields: [
		{ name: 'len', type: 'u8' },
		{ name: 'list', type: 'array', item: { type: 'switch', on: 'len', cases: [{ when: 1, field: { type: 'u8' } }] } },
		{ name: 'fill', type: 'padding', align: 4 },
	],
};
const workspace = workspaceSchema.parse({ wirebench: 1, structures: [one] });
const [meter] = workspace.structures;
if (meter === undefined) throw new Error('no structure');

test('a structure is written as it was, and the published schema accepts it', () => {
	const { text } = writeWorkspace(workspace);
	expect(JSON.parse(text).structures).toEqual([one]);
	expect(fitsSchema(JSON.parse(text))).toBe(true);
	expect(readWorkspace(text)).toMatchObject({ workspace });
	expect(fitsSchema({ wirebench: 1, structures: [{ ...one, fields: [{ name: 'x', type: 'u65' }] }] })).toBe(false);
});

test('a structure is added, changed in its place and removed, and its id is used once', () => {
	const other = { ...meter, id: 'other' };
	const both = withStructure(workspace.structures, other);
	expect(both.map(({ id }) => id)).toEqual(['meter', 'other']);
	expect(withStructure(both, { ...meter, id: 'first' }, 'meter').map(({ id }) => id)).toEqual(['first', 'other']);
	expect(withoutStructure(both, 'meter')).toEqual([other]);
	expect(() => withStructure(both, meter)).toThrow(WirebenchError);
	expect(() => withoutStructure(both, 'none')).toThrow('There is no structure none any more.');
	expect(workspaceSchema.safeParse({ wirebench: 1, structures: [one, one] }).success).toBe(false);
});

test('a structure is a part that is taken into another workspace', () => {
	expect(partsOf(workspace)).toEqual([{ kind: 'structures', key: 'meter', name: 'Meter', detail: '' }]);
	const place = { kind: 'structures', key: 'meter' } as const;
	expect(onlyParts(workspace, [place]).structures).toEqual([meter]);
	expect([...clashesOf(workspace, workspace)]).toEqual([['structures meter', { name: 'Meter', by: 'same' }]]);
	const { structures } = takeParts(workspace, workspace, [{ ...place, clash: 'rename' }]).workspace;
	expect(structures.map(({ id }) => id)).toEqual(['meter', 'meter2']);
});
