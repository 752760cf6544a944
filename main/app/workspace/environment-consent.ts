import type { EnvironmentUse, WirebenchError } from '../../../common/contract/base/errors.ts';
import {
	type Environment,
	environmentUses,
	namedIn,
	type UsingParts,
	variablesInSecrets,
} from '../../../common/workspace/index.ts';
import { appError } from '../sentences/app-error.ts';

/** A variable, and where a person has allowed its value to go. */
export type AllowedUse = Pick<EnvironmentUse, 'variable' | 'to'>;

/** Who uses Wirebench: an agent cannot allow anything, and reads what templates send. */
export type EnvironmentUser = 'person' | 'agent';

/**
 * Which variables of the environment the open workspace may use. What its file names is a question until a person has
 * allowed it, once for each variable and destination; what a person types here is none.
 */
export class EnvironmentConsent {
	readonly #environment: Environment;
	readonly #user: EnvironmentUser;
	/** What was in the file when it was read, and is not allowed. */
	#questions: readonly EnvironmentUse[] = [];
	/** Those of them that are still in the workspace, by their variable. */
	#open = new Map<string, EnvironmentUse[]>();
	/** What the person who started Wirebench has allowed for this run. */
	#granted: readonly EnvironmentUse[] = [];

	constructor(environment: Environment, user: EnvironmentUser) {
		this.#environment = environment;
		this.#user = user;
	}

	/** A workspace was read. `allowed` are its uses on this machine so far; `grant`: it may do the others in this run. */
	begin(parts: UsingParts, allowed: readonly AllowedUse[], grant = false): void {
		this.#questions = [];
		this.#granted = [];
		this.ask(parts, allowed);
		if (!grant) return;
		[this.#granted, this.#questions] = [this.#questions, []];
		this.#open = byVariable([]);
	}

	/** Parts of another file are about to be taken in. */
	ask(parts: UsingParts, allowed: readonly AllowedUse[]): void {
		const known = new Set(allowed.map(keyOf));
		this.#questions = [...this.#questions, ...environmentUses(parts).filter((use) => !known.has(keyOf(use)))];
		this.#open = byVariable(this.#questions);
	}

	/** What is set up now. */
	look(parts: UsingParts): void {
		if (this.#questions.length === 0 && this.#open.size === 0) return;
		const present = new Set(environmentUses(parts).map(keyOf));
		this.#open = byVariable(this.#questions.filter((use) => present.has(keyOf(use))));
	}

	/** Something is not allowed yet. */
	get asks(): boolean {
		return this.#questions.length > 0;
	}

	/** What the person who started Wirebench has allowed for this run. */
	get granted(): readonly EnvironmentUse[] {
		return this.#granted;
	}

	/** The value of a variable for a template; undefined where it is not set, or not allowed. */
	value(variable: string): string | undefined {
		return this.#mayFill(variable) ? this.#environment[variable] : undefined;
	}

	/**
	 * Throws `unconfirmed` where one of these configs, or texts anywhere in them, uses a variable that is set and not allowed.
	 * `what`: the beginning of the sentence, as in `client`.
	 */
	check(what: string, ...values: readonly unknown[]): void {
		const variables = this.#notAllowed(values);
		if (variables.size > 0) throw this.#unconfirmed(what, variables);
	}

	/** Whether all that these use is allowed. */
	allows(...values: readonly unknown[]): boolean {
		return this.#notAllowed(values).size === 0;
	}

	#notAllowed(values: readonly unknown[]): ReadonlySet<string> {
		const filled = values.flatMap(namedIn).filter((name) => !this.#mayFill(name) && this.#isUsable(name));
		const asked = [...this.#open.keys()];
		const secrets = values.flatMap((value) => variablesInSecrets(value, asked, this.#environment));
		return new Set([...filled, ...secrets]);
	}

	/** A person allows uses. Those that were no question stay as they are. Throws `not-permitted` for an agent. */
	allow(uses: readonly AllowedUse[]): void {
		if (this.#user === 'agent') {
			throw appError('not-permitted', 'agentMayNotAllow');
		}
		const allowed = new Set(uses.map(keyOf));
		const rest = (list: readonly EnvironmentUse[]) => list.filter((use) => !allowed.has(keyOf(use)));
		this.#questions = rest(this.#questions);
		this.#open = byVariable(rest([...this.#open.values()].flat()));
	}

	/** What a file with these parts is allowed from now on: what a person has allowed or typed here. */
	settled(parts: UsingParts, before: readonly AllowedUse[]): readonly AllowedUse[] {
		if (this.#user === 'agent') return before;
		const others = new Set([...this.#questions, ...this.#granted].map(keyOf));
		const settled = environmentUses(parts).filter((use) => !others.has(keyOf(use)));
		const all = new Map([...before, ...settled].map(({ variable, to }) => [keyOf({ variable, to }), { variable, to }]));
		return [...all.values()];
	}

	/** An agent reads in the capture what templates send: only the person who has started it allows that. */
	#mayFill(variable: string): boolean {
		if (this.#user === 'agent') return this.#granted.some((use) => use.variable === variable);
		return !this.#open.has(variable);
	}

	/** Nothing goes out of a variable that is not set. An agent does not learn which are. */
	#isUsable(variable: string): boolean {
		return this.#user === 'agent' || this.#environment[variable] !== undefined;
	}

	#unconfirmed(what: string, variables: ReadonlySet<string>): WirebenchError {
		const names = [...variables].join(', ');
		const all = [...this.#open.values()].flat();
		const environment = [
			...all.filter(({ variable }) => variables.has(variable)),
			...all.filter(({ variable }) => !variables.has(variable)),
		];
		const says = this.#user === 'agent' ? 'unconfirmedForAgent' : 'unconfirmedUse';
		return appError('unconfirmed', says, { what, names }, { environment });
	}
}

const byVariable = (uses: readonly EnvironmentUse[]) => Map.groupBy(uses, ({ variable }) => variable);

const keyOf = ({ variable, to }: AllowedUse) => `${variable}\n${to}`;
