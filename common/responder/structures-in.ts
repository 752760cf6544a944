import type { Action, Responder, Rule } from '../contract/config/responder.ts';

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

/** What can have rules. */
interface Answering {
	readonly responder?: Responder;
}

/** The ids of the structures that the rules of a config name. */
export function structuresOfConfig({ responder }: Answering): string[] {
	return responder === undefined ? [] : structuresIn(responder);
}

/** A config whose rules name structures as they are called now. */
export function configWithStructures<C extends Answering>(config: C, nowCalled: (id: string) => string): C {
	return config.responder === undefined
		? config
		: { ...config, responder: withStructures(config.responder, nowCalled) };
}
