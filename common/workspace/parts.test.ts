import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import { isObject } from '../json/is-object.ts';
import { listIn } from './document.ts';
import type { ListedPart } from './part-kinds.ts';
import { clashesOf, onlyParts, type Part, partId, partsOf } from './parts.ts';
import type { ReadWorkspace } from './read.ts';
import { EMPTY_WORKSPACE, type Workspace, workspaceSchema } from './schema.ts';
import { type ChosenPart, CLASH_RESOLUTIONS, takeParts as take } from './take-parts.ts';
import { onlyWholeParts, takeWholeParts } from './whole-parts.ts';
import { writeWorkspace } from './write.ts';

// Few names and ids, so that they clash.
const name = fc.constantFrom('one', 'two', 'three', 'a'.repeat(LIMITS.nameChars));
const endpoint = fc.record({
	id: fc.constantFrom('e1', 'e2', 'e3', 'mine'),
	kind: fc.constant('tcp-server' as const),
	name,
	port: fc.integer({ min: 0, max: 3 }),
});
const payload = fc.record(
	{
		name,
		folder: fc.constantFrom('here', 'there'),
		format: fc.constant('text' as const),
		text: fc.constantFrom('x', 'y'),
		shortcut: fc.integer({ min: 1, max: 9 }),
	},
	{ requiredKeys: ['name', 'format', 'text'] },
);
const protocolTest = fc.record({
	name,
	setup: fc.array(fc.constantFrom('e1', 'e2', 'one', 'gone'), { maxLength: 3 }),
	client: fc.constant({ kind: 'tcp-client', name: 'peer', host: 'localhost', port: 1 }),
	steps: fc.constant([]),
});
const workspace: fc.Arbitrary<Workspace> = fc
	.record({
		endpoints: fc.uniqueArray(endpoint, { selector: ({ id }) => id }),
		payloads: fc.uniqueArray(payload, {
			comparator: (one, other) =>
				(one.name === other.name && one.folder === other.folder) ||
				(one.shortcut !== undefined && one.shortcut === other.shortcut),
		}),
		variables: fc.dictionary(fc.constantFrom('who', 'what', 'v'.repeat(64)), fc.constantFrom('1', '2')),
		tests: fc.uniqueArray(protocolTest, { selector: ({ name: called }) => called }),
		filters: fc.uniqueArray(fc.record({ name, text: fc.constantFrom('a', 'b') }), {
			selector: (one) => `${one.name} ${one.text}`,
		}),
		colours: fc.uniqueArray(fc.record({ filter: fc.constantFrom('a', 'b'), colour: fc.constantFrom('red', 'blue') }), {
			selector: (one) => `${one.filter} ${one.colour}`,
		}),
	})
	.map((parts) => workspaceSchema.parse({ wirebench: 1, ...parts }));
const how = fc.constantFrom(...CLASH_RESOLUTIONS);

const takeParts = (into: Workspace, from: Workspace, chosen: readonly ChosenPart[]): Workspace =>
	take(into, from, chosen).workspace;

const all = (from: Workspace, clash?: (typeof CLASH_RESOLUTIONS)[number]) =>
	partsOf(from).map(({ kind, key }) => ({ kind, key, ...(clash === undefined ? {} : { clash }) }));
const without = <T extends { readonly shortcut?: unknown }>({ shortcut: _key, ...rest }: T) => rest;

describe('parts of a workspace', () => {
	test('all of them taken into an empty workspace are the workspace, and so are all of them alone', () => {
		fc.assert(
			fc.property(workspace, how, (from, clash) => {
				expect(takeParts(EMPTY_WORKSPACE, from, all(from, clash))).toEqual(from);
				expect(onlyParts(from, partsOf(from))).toEqual(from);
			}),
		);
	});

	test('each has a place of its own, and none chosen changes nothing', () => {
		fc.assert(
			fc.property(workspace, workspace, (into, from) => {
				const parts = partsOf(from);
				expect(new Set(parts.map(partId)).size).toBe(parts.length);
				expect(takeParts(into, from, [])).toEqual(into);
			}),
		);
	});

	test('taken with any resolutions the result is valid, and what is not replaced stays as it was, in order', () => {
		fc.assert(
			fc.property(workspace, workspace, fc.infiniteStream(how), (into, from, hows) => {
				const chosen = all(from).map((one) => ({ ...one, clash: hows.next().value ?? 'skip' }));
				const result = takeParts(into, from, chosen);
				expect(workspaceSchema.parse(result)).toEqual(result);
				expect(result.endpoints.slice(0, into.endpoints.length).map(({ id }) => id)).toEqual(
					into.endpoints.map(({ id }) => id),
				);
				expect(Object.keys(result.variables)).toEqual(expect.arrayContaining(Object.keys(into.variables)));
			}),
		);
	});

	test('renamed they leave everything that is here, skipped nothing that clashes comes, and it is what was announced', () => {
		fc.assert(
			fc.property(workspace, workspace, (into, from) => {
				const renamed = takeParts(into, from, all(from, 'rename'));
				expect(renamed.endpoints.slice(0, into.endpoints.length)).toEqual(into.endpoints);
				expect(renamed.payloads.slice(0, into.payloads.length)).toEqual(into.payloads);
				expect(renamed.variables).toMatchObject(into.variables);
				expect(renamed.filters.slice(0, into.filters.length)).toEqual(into.filters);
				expect(renamed.colours.slice(0, into.colours.length)).toEqual(into.colours);
				expect(partsOf(renamed).length).toBe(partsOf(into).length + partsOf(from).length);
				const clashes = clashesOf(into, from);
				const skipped = takeParts(into, from, all(from, 'skip'));
				expect(partsOf(skipped).length).toBe(partsOf(renamed).length - clashes.size);
			}),
		);
	});

	test('keys that this version does not know stay with their parts: all of them renamed, replaced without those of before', () => {
		/** As read from a file whose parts have one such key each. */
		const marked = (read: Workspace, mark: string): ReadWorkspace => {
			const list = (parts: readonly object[]) => parts.map((part, at) => ({ ...part, later: `${mark} ${at}` }));
			const { endpoints, payloads, tests, filters, colours } = read;
			const lists = {
				endpoints: list(endpoints),
				payloads: list(payloads),
				tests: list(tests),
				filters: list(filters),
				colours: list(colours),
			};
			return { workspace: read, document: { ...read, ...lists } };
		};
		const marks = (document: unknown, kind: ListedPart) =>
			listIn(document, kind).map((part) => (isObject(part) ? part.later : undefined));
		fc.assert(
			fc.property(workspace, workspace, (into, from) => {
				const renamed = takeWholeParts(marked(into, 'into'), marked(from, 'from'), all(from, 'rename'));
				const replaced = takeWholeParts(marked(into, 'into'), marked(from, 'from'), all(from, 'replace'));
				const exported = onlyWholeParts(marked(from, 'from'), partsOf(from).slice(1));
				for (const kind of ['endpoints', 'payloads', 'tests', 'filters', 'colours'] as const) {
					const ours = into[kind].map((_one, at) => `into ${at}`);
					const theirs = from[kind].map((_one, at) => `from ${at}`);
					expect(marks(renamed.document, kind)).toEqual([...ours, ...theirs]);
					expect(
						marks(replaced.document, kind)
							.filter((mark) => String(mark).startsWith('from'))
							.sort(),
					).toEqual(theirs.sort());
					expect(marks(replaced.document, kind)).not.toContain(undefined);
					expect(marks(exported.document, kind)).toHaveLength(exported.workspace[kind].length);
				}
				expect(writeWorkspace(renamed.workspace, renamed).text.match(/"later"/g)?.length ?? 0).toBe(
					partsOf(renamed.workspace).filter(({ kind }) => kind !== 'variables').length,
				);
			}),
		);
	});

	test('replaced they are as in the other file, except for the ids of endpoints and keys of others', () => {
		fc.assert(
			fc.property(workspace, workspace, (into, from) => {
				const result = takeParts(into, from, all(from, 'replace'));
				expect(result.variables).toMatchObject(from.variables);
				expect(result.payloads.map(without)).toEqual(expect.arrayContaining(from.payloads.map(without)));
			}),
		);
	});
});

test('a clash is of the same id, of the name, or with what is the same', () => {
	const of = (endpoints: readonly object[], variables = {}) =>
		workspaceSchema.parse({ wirebench: 1, endpoints, variables });
	const server = { kind: 'tcp-server', port: 1 };
	const via = { host: '127.0.0.1', port: 1, user: 'ann', password: 'secret' };
	const client = { id: 'c', kind: 'tcp-client', name: 'client', host: 'localhost', port: 2 };
	const here = of(
		[
			{ ...server, id: 'a', name: 'one' },
			{ ...server, id: 'b', name: 'two' },
			{ ...client, via },
		],
		{ x: '1' },
	);
	const there = of(
		[
			{ ...server, id: 'a', name: 'other' },
			{ ...server, id: 'z', name: 'two', port: 2 },
			{ ...client, via: { ...via, password: '' } },
			{ ...server, id: 'new', name: 'new' },
		],
		{ x: '2' },
	);
	expect([...clashesOf(here, there).values()]).toEqual([
		{ name: 'one', by: 'id' },
		{ name: 'two', by: 'name' },
		{ name: 'client', by: 'same' },
		{ name: 'x', by: 'name' },
	]);
	const shown = ({ name, detail }: Part) => [name, detail];
	expect(partsOf(there).map(shown)[2]).toEqual(['client', 'tcp-client localhost:2']);
	expect(takeParts(here, there, all(there)).endpoints.map(({ id, name: called }) => [id, called])).toEqual([
		['a', 'one'],
		['b', 'two'],
		['c', 'client'],
		['e1', 'other'],
		['z', 'two 2'],
		['e2', 'client 2'],
		['new', 'new'],
	]);
});

test('a test that is taken names the endpoints that come with it, and those that stand for them here', () => {
	const server = { kind: 'tcp-server', port: 1 };
	const into = workspaceSchema.parse({
		wirebench: 1,
		endpoints: [
			{ ...server, id: 'a', name: 'one' },
			{ ...server, id: 'b', name: 'same' },
		],
	});
	const from = workspaceSchema.parse({
		wirebench: 1,
		endpoints: [
			{ ...server, id: 'a', name: 'two' },
			{ ...server, id: 'c', name: 'one', port: 2 },
			{ ...server, id: 'd', name: 'same' },
		],
		tests: [
			{ name: 't', connections: { x: { endpoint: 'a' }, y: { endpoint: 'one' } }, setup: ['d', 'gone'], steps: [] },
		],
	});
	const chosen = all(from).filter(({ key }) => key !== 'd');
	const { endpoints, tests } = takeParts(into, from, chosen);
	expect(endpoints.map(({ id, name: called }) => [id, called])).toEqual([
		['a', 'one'],
		['b', 'same'],
		['e1', 'two'],
		['c', 'one 2'],
	]);
	expect(tests).toMatchObject([
		{ connections: { x: { endpoint: 'e1' }, y: { endpoint: 'one 2' } }, setup: ['b', 'gone'] },
	]);
});

test('more than a workspace may have is refused', () => {
	const filters = Array.from({ length: LIMITS.savedFilters }, (_, at) => ({ name: `f${at}`, text: 'x' }));
	const full = workspaceSchema.parse({ wirebench: 1, filters });
	const one = workspaceSchema.parse({ wirebench: 1, filters: [{ name: 'mine', text: 'x' }] });
	expect(() => takeParts(full, one, all(one))).toThrow(
		`A workspace has at most ${LIMITS.savedFilters} filters: take fewer.`,
	);
});
