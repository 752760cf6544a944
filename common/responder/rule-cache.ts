import { LIMITS } from '../contract/base/limits.ts';
import type { Rule } from '../contract/config/responder.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import type { Program, Programs } from '../structure/index.ts';

/** Rules that are kept: those of a responder that is being written, and of what it was. */
const MOST = 2 * LIMITS.rules;

/** Compiled rules, by what they say: a responder that is compiled after each key differs in one of its rules. */
export class RuleCache<Compiled> {
	#charset: CharsetName | undefined;
	#programs: ReadonlyMap<string, Program> = new Map();
	readonly #rules = new Map<string, Compiled>();

	/** What `compile` has made of an equal rule with the same structures, or makes now. A rule with a fault is not kept. */
	of(rule: Rule, charset: CharsetName, programs: Programs, compile: () => Compiled): Compiled {
		if (charset !== this.#charset || !sameEntries(programs, this.#programs)) this.#rules.clear();
		this.#charset = charset;
		this.#programs = programs;
		const key = JSON.stringify(rule);
		const known = this.#rules.get(key) ?? compile();
		this.#rules.delete(key);
		this.#rules.set(key, known);
		const [oldest] = this.#rules.keys();
		if (this.#rules.size > MOST && oldest !== undefined) this.#rules.delete(oldest);
		return known;
	}
}

function sameEntries(some: ReadonlyMap<string, Program>, others: ReadonlyMap<string, Program>): boolean {
	if (some === others) return true;
	return some.size === others.size && [...some].every(([id, program]) => others.get(id) === program);
}
