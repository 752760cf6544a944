import { FIRST_STATE } from '../contract/config/first-state.ts';

/** What a rule is made of: keys are equal where a rule is the same. */
export interface Keyed {
	/** Of what is expected. */
	readonly request: string;
	/** Of what is answered. */
	readonly answer: string;
}

/** A rule for an exchange: undefined as in the config of a rule. */
export interface StateRule<T> {
	readonly exchange: T;
	readonly when: string | undefined;
	readonly next: string | undefined;
}

/**
 * The rules of a conversation, as few as possible: one for all exchanges that are the same. Where the same request got
 * another answer, the connection is in another state, which an exchange before it has led to: the last one that
 * occurred only once since the state began, because the others did not lead there.
 */
export function stateRules<T extends Keyed>(exchanges: readonly T[]): StateRule<T>[] {
	const segments = segmentsOf(exchanges);
	const [only, ...more] = segments;
	if (only === undefined) return [];
	const nameOf = (n: number): string => (n === 0 ? FIRST_STATE : `state ${n + 1}`);
	const everywhere = more.length === 0 ? undefined : answersOf(exchanges);
	const leading = new Set(segments.slice(0, -1).map((segment) => segment.at(-1)?.request));
	const rules = new Map<string, StateRule<T>>();
	for (const [n, segment] of segments.entries()) {
		for (const [at, exchange] of segment.entries()) {
			const next = at === segment.length - 1 && n < segments.length - 1 ? nameOf(n + 1) : undefined;
			// An exchange that is the same in all states needs one rule, unless it leads to another state anywhere.
			const common = everywhere === undefined || everywhere.get(exchange.request)?.size === 1;
			const leads = leading.has(exchange.request);
			const when = everywhere === undefined || (common && !leads) ? undefined : nameOf(n);
			const key = JSON.stringify([when, exchange.request]);
			if (!rules.has(key)) rules.set(key, { exchange, when, next });
		}
	}
	return [...rules.values()];
}

function answersOf(exchanges: readonly Keyed[]): Map<string, Set<string>> {
	const answers = new Map<string, Set<string>>();
	for (const { request, answer } of exchanges) answers.set(request, (answers.get(request) ?? new Set()).add(answer));
	return answers;
}

/** Parts in which every request has one answer, and the last exchange of each but the last part occurs once in it. */
function segmentsOf<T extends Keyed>(exchanges: readonly T[]): T[][] {
	const segments: T[][] = [];
	for (let start = 0; start < exchanges.length; ) {
		const end = endOf(exchanges, start);
		segments.push(exchanges.slice(start, end));
		start = end;
	}
	return segments;
}

function endOf(exchanges: readonly Keyed[], start: number): number {
	const answers = new Map<string, string>();
	const counts = new Map<string, number>();
	let last = start + 1;
	for (let at = start; at < exchanges.length; at++) {
		const { request = '', answer = '' } = exchanges[at] ?? {};
		// The state changes after the last exchange whose request came once before this one.
		if ((answers.get(request) ?? answer) !== answer) return last;
		answers.set(request, answer);
		const count = (counts.get(request) ?? 0) + 1;
		counts.set(request, count);
		if (count === 1) last = at + 1;
	}
	return exchanges.length;
}
