import { configuredAddress, type EndpointKind, withoutSecrets } from '../endpoints/index.ts';
import { same } from '../json/without-defaults.ts';
import { formatSocketAddress } from '../payload/address.ts';
import { counted } from '../words/counted.ts';
import { isAt, placeKey } from './named.ts';
import type { PartKind } from './part-kinds.ts';
import { EMPTY_WORKSPACE, type Workspace, type WorkspaceEndpoint } from './schema.ts';
import { usedStructures } from './structures.ts';
import { testWithoutSecrets } from './tests.ts';

/** What a part is found by. */
export interface PartPlace {
	readonly kind: PartKind;
	/** Used once in its list: the id of an endpoint, else made of its name. */
	readonly key: string;
}

/** A part of a workspace, for people. */
export interface Part extends PartPlace {
	readonly name: string;
	readonly folder?: string | undefined;
	/** What it is: its kind and address, its text, its value. At most 200 characters. */
	readonly detail: string;
	/** Number of steps of a test: what its `detail` says. */
	readonly steps?: number | undefined;
	/** Kind and address of an endpoint: what its `detail` says. */
	readonly endpoint?: { readonly kind: EndpointKind; readonly address: string } | undefined;
}

/** How many characters of a text are shown. */
const SHOWN = 200;

/** A text for a part's place, as the key of a map. */
export const partId = ({ kind, key }: PartPlace) => `${kind} ${key}`;

export const filterKey = ({ name, text }: Workspace['filters'][number]) => JSON.stringify([name, text]);

export const colourKey = ({ filter, colour }: Workspace['colours'][number]) => JSON.stringify([filter, colour]);

/** All parts of a workspace. */
export function partsOf({ endpoints, payloads, variables, tests, filters, colours, structures }: Workspace): Part[] {
	return [
		...endpoints.map((one) => {
			const endpoint = { kind: one.kind, address: formatSocketAddress(configuredAddress(one)) };
			const detail = `${endpoint.kind} ${endpoint.address}`;
			return { ...part('endpoints', one.id, one.name, detail, one.folder), endpoint };
		}),
		...payloads.map((one) => part('payloads', placeKey(one), one.name, one.text, one.folder)),
		...Object.entries(variables).map(([name, value]) => part('variables', name, name, value)),
		...tests.map((one) => ({
			...part('tests', placeKey(one), one.name, stepsDetail(one), one.folder),
			steps: one.steps.length,
		})),
		...filters.map((one) => part('filters', filterKey(one), one.name, one.text)),
		...colours.map((one) => part('colours', colourKey(one), one.filter, one.colour)),
		...structures.map(({ id, title = id, doc = '' }) => part('structures', id, title, doc)),
	];
}

function part(kind: PartKind, key: string, name: string, detail: string, folder?: string): Part {
	return { kind, key, name, detail: detail.slice(0, SHOWN), ...(folder === undefined ? {} : { folder }) };
}

function stepsDetail({ steps }: Workspace['tests'][number]): string {
	return counted(steps.length, 'step');
}

/** A workspace of the same name with these parts alone, in its order, and the structures that they name. */
export function onlyParts(workspace: Workspace, chosen: readonly PartPlace[]): Workspace {
	const ids = new Set(chosen.map(partId));
	const wanted = (kind: PartKind, key: string) => ids.has(partId({ kind, key }));
	const used = usedStructures(workspace, wanted);
	return {
		...EMPTY_WORKSPACE,
		name: workspace.name,
		endpoints: workspace.endpoints.filter(({ id }) => wanted('endpoints', id)),
		payloads: workspace.payloads.filter((one) => wanted('payloads', placeKey(one))),
		variables: Object.fromEntries(Object.entries(workspace.variables).filter(([name]) => wanted('variables', name))),
		tests: workspace.tests.filter((one) => wanted('tests', placeKey(one))),
		filters: workspace.filters.filter((one) => wanted('filters', filterKey(one))),
		colours: workspace.colours.filter((one) => wanted('colours', colourKey(one))),
		structures: workspace.structures.filter(({ id }) => wanted('structures', id) || used.has(id)),
	};
}

/** What a part of another workspace is in the way of. */
export interface Clash {
	/** Its name. */
	readonly name: string;
	/** `same`: there is nothing to take. `id`: an endpoint of another name has its id. `name`: another has its name. */
	readonly by: 'same' | 'id' | 'name';
}

/** The index of the endpoint that one of another workspace clashes with: of its name and id, else of its name, else of its id. */
export function endpointClash(present: readonly WorkspaceEndpoint[], one: WorkspaceEndpoint): number {
	const both = present.findIndex(({ id, name }) => id === one.id && name === one.name);
	if (both >= 0) return both;
	const named = present.findIndex(({ name }) => name === one.name);
	return named >= 0 ? named : present.findIndex(({ id }) => id === one.id);
}

/** What the parts of `from` clash with in `into`, by `partId`. */
export function clashesOf(into: Workspace, from: Workspace): ReadonlyMap<string, Clash> {
	const clashes = new Map<string, Clash>();
	const note = (kind: PartKind, key: string, name: string, isSame: boolean, by: Clash['by'] = 'name') =>
		clashes.set(partId({ kind, key }), { name, by: isSame ? 'same' : by });
	for (const one of from.endpoints) {
		const other = into.endpoints[endpointClash(into.endpoints, one)];
		if (other !== undefined) {
			note('endpoints', one.id, other.name, isSame(other, one), other.name === one.name ? 'name' : 'id');
		}
	}
	for (const one of from.payloads) {
		const other = into.payloads.find((payload) => isAt(payload, one));
		if (other !== undefined) note('payloads', placeKey(one), other.name, same(other, one));
	}
	for (const [name, value] of Object.entries(from.variables)) {
		if (Object.hasOwn(into.variables, name)) note('variables', name, name, into.variables[name] === value);
	}
	for (const one of from.tests) {
		const other = into.tests.find((test) => isAt(test, one));
		if (other !== undefined) {
			note('tests', placeKey(one), other.name, same(testWithoutSecrets(other), testWithoutSecrets(one)));
		}
	}
	for (const one of from.filters) {
		const others = into.filters.filter(({ name }) => name === one.name);
		if (others.length > 0)
			note(
				'filters',
				filterKey(one),
				one.name,
				others.some(({ text }) => text === one.text),
			);
	}
	for (const one of from.colours) {
		const others = into.colours.filter(({ filter }) => filter === one.filter);
		if (others.length > 0) {
			note(
				'colours',
				colourKey(one),
				one.filter,
				others.some(({ colour }) => colour === one.colour),
			);
		}
	}
	for (const one of from.structures) {
		const other = into.structures.find(({ id }) => id === one.id);
		if (other !== undefined) note('structures', one.id, other.title ?? other.id, same(other, one));
	}
	return clashes;
}

/** The same to the file: what one has of secrets, and its id, do not count. */
function isSame({ id: _own, ...one }: WorkspaceEndpoint, { id: _other, ...other }: WorkspaceEndpoint): boolean {
	return same(withoutSecrets(one), withoutSecrets(other));
}
