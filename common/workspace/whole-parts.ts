import { isObject } from '../json/is-object.ts';
import { withUnknownKeys } from '../json/unknown-keys.ts';
import { listIn } from './document.ts';
import { placeKey } from './named.ts';
import type { ListedPart } from './part-kinds.ts';
import { colourKey, filterKey, onlyParts, type PartPlace, partId } from './parts.ts';
import type { ReadWorkspace } from './read.ts';
import type { Workspace } from './schema.ts';
import { usedStructures } from './structures.ts';
import { type ChosenPart, takeParts } from './take-parts.ts';

/** A workspace with the keys that its file has and this version does not know; `before` is what the file was read as. */
export function aligned(workspace: Workspace, before: ReadWorkspace | undefined): ReadWorkspace {
	const document = before === undefined ? workspace : withUnknownKeys(before.document, before.workspace, workspace);
	return { workspace, document };
}

/** As `takeParts`, with the keys of both files that this version does not know. */
export function takeWholeParts(into: ReadWorkspace, from: ReadWorkspace, chosen: readonly ChosenPart[]): ReadWorkspace {
	const { workspace, taken } = takeParts(into.workspace, from.workspace, chosen);
	const { document } = aligned(workspace, into);
	const withTaken = (kind: ListedPart): unknown[] => {
		const list = [...listIn(document, kind)];
		// What it replaces leaves none of its keys.
		for (const one of taken) {
			if (one.kind !== kind) continue;
			list[one.to] = withUnknownKeys(
				listIn(from.document, kind)[one.from],
				from.workspace[kind][one.from],
				workspace[kind][one.to],
			);
		}
		return list;
	};
	const lists = {
		endpoints: withTaken('endpoints'),
		payloads: withTaken('payloads'),
		tests: withTaken('tests'),
		filters: withTaken('filters'),
		colours: withTaken('colours'),
		structures: withTaken('structures'),
	};
	return { workspace, document: isObject(document) ? { ...document, ...lists } : lists };
}

/** As `onlyParts`, with the keys of the parts that this version does not know; those of the workspace itself stay. */
export function onlyWholeParts({ workspace, document }: ReadWorkspace, chosen: readonly PartPlace[]): ReadWorkspace {
	const used = usedStructures(workspace, (kind, key) => chosen.some((one) => one.kind === kind && one.key === key));
	const ids = new Set([...chosen, ...[...used].map((key) => ({ kind: 'structures', key }) as const)].map(partId));
	const only = <T>(kind: ListedPart, list: readonly T[], keyOf: (one: T) => string) =>
		listIn(document, kind).filter((_one, at) => {
			const known = list[at];
			return known !== undefined && ids.has(partId({ kind, key: keyOf(known) }));
		});
	return {
		workspace: onlyParts(workspace, chosen),
		document: {
			endpoints: only('endpoints', workspace.endpoints, ({ id }) => id),
			payloads: only('payloads', workspace.payloads, placeKey),
			tests: only('tests', workspace.tests, placeKey),
			filters: only('filters', workspace.filters, filterKey),
			colours: only('colours', workspace.colours, colourKey),
			structures: only('structures', workspace.structures, ({ id }) => id),
		},
	};
}
