import type { Action, Responder, Rule } from '../contract/config/responder.ts';
import type { DecodeAs } from '../endpoints/shared/fields.ts';

/** The ids of the structures that rules name. */
export function structuresIn({ onOpen, rules }: Pick<Responder, 'onOpen' | 'rules'>): string[] {
	const actions: readonly Action[] = onOpen === undefined ? rules : [onOpen, ...rules];
	return [
		...rules.flatMap(({ match }) => (match.type === 'fields' ? [match.structure] : [])),
		...actions.flatMap(({ compose }) => (compose === undefined ? [] : [compose.structure])),
	];
}

/** The same rules with other ids in their places. */
export function withStructures<R extends Pick<Responder, 'onOpen' | 'rules'>>(
	responder: R,
	nowCalled: (id: string) => string,
): R {
	const action = <A extends Action>(one: A): A =>
		one.compose === undefined
			? one
			: { ...one, compose: { ...one.compose, structure: nowCalled(one.compose.structure) } };
	const rule = ({ match, ...rest }: Rule): Rule => ({
		...action({ ...rest, match }),
		match: match.type === 'fields' ? { ...match, structure: nowCalled(match.structure) } : match,
	});
	return {
		...responder,
		...(responder.onOpen === undefined ? {} : { onOpen: action(responder.onOpen) }),
		rules: responder.rules.map(rule),
	};
}

/** What can have rules, and a protocol that it is decoded as. */
interface Answering {
	readonly responder?: Responder;
	readonly decodeAs?: DecodeAs;
}

/** The ids of the structures that the rules of a config name. */
export function structuresOfConfig({ responder }: Answering): string[] {
	return responder === undefined ? [] : structuresIn(responder);
}

/** The ids of the protocols, or structures, that it is decoded as. */
export function protocolsOfConfig({ decodeAs }: Answering): string[] {
	return [decodeAs?.in, decodeAs?.out].filter((id) => id !== undefined);
}

/** A config that names structures as they are called now. */
export function configWithStructures<C extends Answering>(config: C, nowCalled: (id: string) => string): C {
	const { responder, decodeAs } = config;
	const called = (id: string | undefined) => id && nowCalled(id);
	return {
		...config,
		...(responder === undefined ? {} : { responder: withStructures(responder, nowCalled) }),
		...(decodeAs === undefined ? {} : { decodeAs: { in: called(decodeAs.in), out: called(decodeAs.out) } }),
	};
}
