import { LIMITS } from '../contract/base/limits.ts';
import { same } from '../json/without-defaults.ts';
import type { SavedPayload } from '../payload/saved.ts';
import { testWithStructures } from '../protocol-tests/structures-in.ts';
import type { Sequence, TestConnection } from '../protocol-tests/test-schema.ts';
import { configWithStructures } from '../responder/structures-in.ts';
import { partError } from '../sentences/part-error.ts';
import { freeName } from './free-name.ts';
import { isAt, type NamedPlace, placeKey } from './named.ts';
import type { ListedPart, PartKind } from './part-kinds.ts';
import { colourKey, endpointClash, filterKey, type PartPlace, partId } from './parts.ts';
import type { Workspace, WorkspaceEndpoint } from './schema.ts';
import { usedStructures } from './structures.ts';

/**
 * What becomes of a part that clashes with one that is here. `rename`: both stay, it gets a free name and id. `replace`: it
 * takes the place of the one that is here, with its id. `skip`: it is not taken.
 */
export const CLASH_RESOLUTIONS = ['rename', 'replace', 'skip'] as const;
export type ClashResolution = (typeof CLASH_RESOLUTIONS)[number];

/** A part that is taken; `clash` counts only where there is one. */
export interface ChosenPart extends PartPlace {
	readonly clash?: ClashResolution | undefined;
}

/** How parts of one kind are put beside those that are here. */
interface Merge<T> {
	/** The index of the one that is in its way; -1 for none. */
	readonly clash: (present: readonly T[], one: T) => number;
	readonly renamed: (list: readonly T[], one: T) => T;
	readonly inPlaceOf: (present: T, one: T) => T;
}

/** A list with parts of another, and what each of them has become there. */
interface Merged<T> {
	readonly list: T[];
	readonly became: ReadonlyMap<T, T>;
}

/** A part that is here gives way once: a second one for its place gets a free name. */
function merged<T>(
	present: readonly T[],
	others: readonly { readonly one: T; readonly how: ClashResolution }[],
	{ clash, renamed, inPlaceOf }: Merge<T>,
): Merged<T> {
	const list = [...present];
	const became = new Map<T, T>();
	const replaced = new Set<number>();
	for (const { one, how } of others) {
		const at = clash(present, one);
		const here = present[at];
		if (here !== undefined && how === 'skip') continue;
		if (here !== undefined && how === 'replace' && !replaced.has(at)) {
			const now = inPlaceOf(here, one);
			list[at] = now;
			became.set(one, now);
			replaced.add(at);
		} else {
			const now = here === undefined ? one : renamed(list, one);
			list.push(now);
			became.set(one, now);
		}
	}
	return { list, became };
}

/** How payloads and tests are put beside each other: by name and folder. */
function byPlace<T extends NamedPlace>(): Merge<T> {
	const clash = (list: readonly T[], wanted: NamedPlace) => list.findIndex((one) => isAt(one, wanted));
	return {
		clash,
		renamed: (list, one) => ({ ...one, name: freeName(one.name, (name) => clash(list, { ...one, name }) >= 0) }),
		inPlaceOf: (_here, one) => one,
	};
}

/** Where an element of a list of the other workspace is in the same list of the result, by their indexes. */
interface TakenPart {
	readonly kind: ListedPart;
	readonly from: number;
	readonly to: number;
}

/**
 * The workspace with chosen parts of another, behind what it has, and where each that was taken is. What stands in both is
 * resolved as is chosen for it. Throws `wrong-state` where a list would have more than it may.
 */
export function takeParts(
	into: Workspace,
	from: Workspace,
	chosen: readonly ChosenPart[],
): { readonly workspace: Workspace; readonly taken: readonly TakenPart[] } {
	const hows = new Map(
		[...chosen, ...neededStructures(into, from, chosen)].map((one) => [partId(one), one.clash ?? 'rename']),
	);
	const wanted = <T>(kind: PartKind, list: readonly T[], keyOf: (one: T) => string) =>
		list.flatMap((one) => {
			const how = hows.get(partId({ kind, key: keyOf(one) }));
			return how === undefined ? [] : [{ one, how }];
		});
	const fromIds = from.endpoints.map(({ id }) => id);
	const endpoints = merged(
		into.endpoints,
		wanted('endpoints', from.endpoints, ({ id }) => id),
		{
			clash: endpointClash,
			renamed: (list, one) => renamedEndpoint(list, one, fromIds),
			inPlaceOf: ({ id }, one) => ({ ...one, id }),
		},
	);
	const payloads = merged(into.payloads, wanted('payloads', from.payloads, placeKey), byPlace());
	const tests = merged(into.tests, wanted('tests', from.tests, placeKey), byPlace());
	const variables = merged<readonly [string, string]>(
		Object.entries(into.variables),
		wanted('variables', Object.entries(from.variables), nameOf),
		{
			clash: (present, [name]) => present.findIndex(([other]) => other === name),
			renamed: (list, [name, value]) => [
				freeName(name, (tried) => list.some(([other]) => other === tried), VARIABLE),
				value,
			],
			inPlaceOf: (_here, one) => one,
		},
	).list;
	const filters = merged(into.filters, wanted('filters', from.filters, filterKey), {
		clash: (present, one) => present.findIndex(({ name }) => name === one.name),
		renamed: (list, one) => ({ ...one, name: freeName(one.name, (name) => list.some((other) => other.name === name)) }),
		inPlaceOf: (_here, one) => one,
	});
	const colours = merged(into.colours, wanted('colours', from.colours, colourKey), {
		clash: (present, one) => {
			const same = present.findIndex((other) => colourKey(other) === colourKey(one));
			return same >= 0 ? same : present.findIndex(({ filter }) => filter === one.filter);
		},
		// Rules have no names: the first that finds an event counts.
		renamed: (_list, one) => one,
		inPlaceOf: (_here, one) => one,
	});
	const structures = merged(
		into.structures,
		wanted('structures', from.structures, ({ id }) => id),
		{
			clash: (present, { id }) => present.findIndex((other) => other.id === id),
			renamed: (list, one) => ({
				...one,
				id: freeName(one.id, (id) => list.some((other) => other.id === id), STRUCTURE),
			}),
			inPlaceOf: (_here, one) => one,
		},
	);
	assertFits('Payloads', payloads.list, LIMITS.savedPayloads);
	assertFits('Variables', variables, LIMITS.variables);
	assertFits('Tests', tests.list, LIMITS.savedTests);
	assertFits('Filters', filters.list, LIMITS.savedFilters);
	assertFits('Colours', colours.list, LIMITS.colourRules);
	assertFits('Structures', structures.list, LIMITS.structures);
	const nowCalled = newReferences(into.endpoints, from.endpoints, endpoints.became);
	const taken = new Set(tests.became.values());
	const takenEndpoints = new Set(endpoints.became.values());
	const structureCalled = (id: string): string => {
		const meant = from.structures.find((one) => one.id === id);
		return (meant && structures.became.get(meant)?.id) ?? id;
	};
	const workspace: Workspace = {
		...into,
		endpoints: endpoints.list.map((one) =>
			takenEndpoints.has(one) ? configWithStructures(one, structureCalled) : one,
		),
		payloads: withoutTakenShortcuts(into.payloads, payloads.list),
		variables: Object.fromEntries(variables),
		tests: tests.list.map((test) =>
			taken.has(test) ? testWithStructures(withReferences(test, nowCalled), structureCalled) : test,
		),
		filters: filters.list,
		colours: colours.list,
		structures: structures.list,
	};
	return {
		workspace,
		taken: [
			...placesOf('endpoints', from.endpoints, endpoints),
			...placesOf('payloads', from.payloads, payloads),
			...placesOf('tests', from.tests, tests),
			...placesOf('filters', from.filters, filters),
			...placesOf('colours', from.colours, colours),
			...placesOf('structures', from.structures, structures),
		],
	};
}

/** The structures that chosen parts name, where they are not here already: they come along. */
function neededStructures(into: Workspace, from: Workspace, chosen: readonly ChosenPart[]): ChosenPart[] {
	const used = usedStructures(from, (kind, key) => chosen.some((one) => one.kind === kind && one.key === key));
	return from.structures.flatMap((one): ChosenPart[] => {
		const isChosen = chosen.some(({ kind, key }) => kind === 'structures' && key === one.id);
		const isHere = into.structures.some((other) => same(other, one));
		return !used.has(one.id) || isChosen || isHere ? [] : [{ kind: 'structures', key: one.id }];
	});
}

/** What is changed in the lists later stays at its index. */
function placesOf<T>(kind: ListedPart, from: readonly T[], { list, became }: Merged<T>): TakenPart[] {
	return from.flatMap((one, at) => {
		const now = became.get(one);
		return now === undefined ? [] : [{ kind, from: at, to: list.indexOf(now) }];
	});
}

/** As a name of a variable may be. */
const VARIABLE = { most: 64, between: '_' };

/** As the id of a structure may be. */
const STRUCTURE = { most: 64, between: '' };

const nameOf = ([name]: readonly [string, string]) => name;

/** What a name or an id of an endpoint in the other file stands for here. */
function newReferences(
	into: readonly WorkspaceEndpoint[],
	from: readonly WorkspaceEndpoint[],
	became: ReadonlyMap<WorkspaceEndpoint, WorkspaceEndpoint>,
): (reference: string) => string {
	return (reference) => {
		const meant = from.find(({ id }) => id === reference) ?? from.find(({ name }) => name === reference);
		if (meant === undefined) return reference;
		const now = became.get(meant) ?? into.find(({ name }) => name === meant.name);
		if (now === undefined) return reference;
		return meant.id === reference ? now.id : now.name;
	};
}

/** A test that names endpoints as they are called here. */
function withReferences(test: Sequence, nowCalled: (reference: string) => string): Sequence {
	const { setup, connections } = test;
	const renamed = Object.entries(connections ?? {}).map(([name, one]): [string, TestConnection] => [
		name,
		one.endpoint === undefined ? one : { ...one, endpoint: nowCalled(one.endpoint) },
	]);
	return {
		...test,
		setup: setup.map(nowCalled),
		...(connections === undefined ? {} : { connections: Object.fromEntries(renamed) }),
	};
}

function renamedEndpoint(
	list: readonly WorkspaceEndpoint[],
	one: WorkspaceEndpoint,
	reserved: readonly string[],
): WorkspaceEndpoint {
	const ids = new Set(list.map(({ id }) => id));
	const isTaken = (id: string) => ids.has(id) || reserved.includes(id);
	const id = ids.has(one.id) ? freeId(isTaken) : one.id;
	return { ...one, id, name: freeName(one.name, (name) => list.some((other) => other.name === name)) };
}

function freeId(isTaken: (id: string) => boolean): string {
	for (let n = 1; ; n++) if (!isTaken(`e${n}`)) return `e${n}`;
}

/** A key goes on sending what it has sent: of two payloads the one that was here keeps it. */
function withoutTakenShortcuts(before: readonly SavedPayload[], payloads: readonly SavedPayload[]): SavedPayload[] {
	const here = new Set(before);
	const taken = new Set(payloads.flatMap((one) => (here.has(one) ? (one.shortcut ?? []) : [])));
	return payloads.map((one) => {
		const { shortcut, ...others } = one;
		if (shortcut === undefined || here.has(one)) return one;
		if (taken.has(shortcut)) return others;
		taken.add(shortcut);
		return one;
	});
}

function assertFits(
	what: 'Payloads' | 'Variables' | 'Tests' | 'Filters' | 'Colours' | 'Structures',
	list: readonly unknown[],
	most: number,
): void {
	if (list.length > most) throw partError('wrong-state', `takeFewer${what}`, { most });
}
