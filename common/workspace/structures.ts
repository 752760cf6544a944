import { z } from 'zod';
import { LIMITS } from '../contract/base/limits.ts';
import type { Responder } from '../contract/config/responder.ts';
import { isProtocol } from '../decode/protocols.ts';
import type { DecodeAs } from '../endpoints/shared/fields.ts';
import { issueOf, said } from '../json/issue-says.ts';
import { structuresOfTest } from '../protocol-tests/structures-in.ts';
import type { Sequence } from '../protocol-tests/test-schema.ts';
import { protocolsOfConfig, structuresOfConfig } from '../responder/structures-in.ts';
import { partError } from '../sentences/part-error.ts';
import { type Structure, structureSchema } from '../structure/document/schema.ts';
import { placeKey, titleOf } from './named.ts';

/** Structures of messages, in the order in which they are shown. Each id is used once. */
export const structuresSchema = z
	.array(structureSchema)
	.max(LIMITS.structures)
	.superRefine((list, context) => {
		const ids = new Set<string>();
		for (const [at, { id }] of list.entries()) {
			if (ids.has(id)) context.addIssue(issueOf(said('idTwice', { id }), [at, 'id']));
			ids.add(id);
		}
	});

/**
 * The structures with one more, or with a changed one in place of that with the id `replaces`. Fails with `wrong-state` where
 * a protocol or another has its id or there are too many, and with `not-found` where there is none to replace.
 */
export function withStructure(list: readonly Structure[], one: Structure, replaces?: string): Structure[] {
	if (isProtocol(one.id.toLowerCase())) throw partError('wrong-state', 'structureIsProtocol', { id: one.id });
	const at = replaces === undefined ? list.length : placeOf(list, replaces);
	if (list.some((other, place) => place !== at && other.id === one.id))
		throw partError('wrong-state', 'structureThere', { id: one.id });
	if (at >= LIMITS.structures) throw partError('wrong-state', 'tooManyStructures', { most: LIMITS.structures });
	return [...list.slice(0, at), one, ...list.slice(at + 1)];
}

/** The structures without one. Fails with `not-found`. */
export function withoutStructure(list: readonly Structure[], id: string): Structure[] {
	return list.toSpliced(placeOf(list, id), 1);
}

function placeOf(list: readonly Structure[], id: string): number {
	const at = list.findIndex((one) => one.id === id);
	if (at >= 0) return at;
	throw partError('not-found', 'structureGone', { id });
}

/** What names structures in a workspace. */
interface Naming {
	readonly endpoints: readonly {
		readonly id: string;
		readonly name: string;
		readonly responder?: Responder;
		readonly decodeAs?: DecodeAs;
	}[];
	readonly tests: readonly Sequence[];
}

/** The names of the endpoints and tests that name a structure. */
export function structureUses({ endpoints, tests }: Naming, id: string): string[] {
	return [
		...endpoints.filter((one) => structuresOfConfig(one).includes(id)).map(({ name }) => name),
		...tests.filter((one) => structuresOfTest(one).includes(id)).map(titleOf),
	];
}

/** The ids of the structures, and of protocols, that chosen parts name. */
export function usedStructures(
	{ endpoints, tests }: Naming,
	isChosen: (kind: 'endpoints' | 'tests', key: string) => boolean,
): ReadonlySet<string> {
	return new Set([
		...endpoints.flatMap((one) =>
			isChosen('endpoints', one.id) ? [...structuresOfConfig(one), ...protocolsOfConfig(one)] : [],
		),
		...tests.flatMap((one) => (isChosen('tests', placeKey(one)) ? structuresOfTest(one) : [])),
	]);
}
