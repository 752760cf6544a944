import { randomBytes } from 'node:crypto';
import type { MessageTemplate, TemplateNeeds, TemplateValues, VariableValues } from '../../../common/template/index.ts';

/** What templates of all endpoints can name. */
export interface TemplateNames {
	/** Those of the workspace, at any time. */
	readonly variables: () => VariableValues;
	readonly environment: (name: string) => string | undefined;
}

/** Names of the process's own environment, and no variables. */
export const PROCESS_NAMES: TemplateNames = { variables: () => ({}), environment: (name) => process.env[name] };

/** Counters of one endpoint that are kept; the longest unused one is forgotten beyond that. */
const MOST_COUNTERS = 256;

/** Gives templates of one endpoint their values. Its counters count the messages that used them, until it is removed. */
export class TemplateDraws {
	readonly #names: TemplateNames;
	readonly #changed: () => void;
	readonly #counts = new Map<string, number>();

	constructor(names: TemplateNames, changed: () => void) {
		this.#names = names;
		this.#changed = changed;
	}

	/**
	 * The next message, and the values in it. Its counters advance once it is rendered: one that cannot be takes no
	 * numbers. `random`: bytes to use first, as a preview showed them. Fails as rendering does.
	 */
	fill({ needs, render }: MessageTemplate, random?: Uint8Array): { bytes: Uint8Array; values: TemplateValues } {
		const values = this.#next(needs, random);
		const bytes = render(values);
		this.#advance(needs);
		return { bytes, values };
	}

	/** Values for the next message, which is rendered later or on another thread: its counters advance at once. */
	take(needs: TemplateNeeds): TemplateValues {
		const values = this.#next(needs);
		this.#advance(needs);
		return values;
	}

	/** Values for a message whose counts are known. */
	again(needs: TemplateNeeds | undefined, counts: TemplateValues['counts']): TemplateValues {
		return { ...this.#others(needs), counts, random: withRandom(undefined, needs?.randomBytes ?? 0) };
	}

	/** How many messages have used each counter; undefined where none was used. */
	counts(): Record<string, number> | undefined {
		return this.#counts.size === 0 ? undefined : Object.fromEntries(this.#counts);
	}

	/** Every counter starts again. */
	reset(): void {
		if (this.#counts.size === 0) return;
		this.#counts.clear();
		this.#changed();
	}

	#next(needs: TemplateNeeds | undefined, random?: Uint8Array): TemplateValues {
		const { counters = [], randomBytes: wanted = 0 } = needs ?? {};
		const counts = Object.fromEntries(counters.map(({ key }) => [key, this.#counts.get(key) ?? 0]));
		return { ...this.#others(needs), counts, random: withRandom(random, wanted) };
	}

	#advance({ counters = [] }: Partial<TemplateNeeds> = {}): void {
		for (const { key } of counters) {
			const count = this.#counts.get(key) ?? 0;
			this.#counts.delete(key);
			this.#counts.set(key, count + 1);
		}
		const [oldest] = this.#counts.keys();
		if (oldest !== undefined && this.#counts.size > MOST_COUNTERS) this.#counts.delete(oldest);
		if (counters.length > 0) this.#changed();
	}

	#others(needs: TemplateNeeds | undefined): Pick<TemplateValues, 'now' | 'variables' | 'environment'> {
		const { environment = [] } = needs ?? {};
		const named = environment.flatMap((name) => {
			const value = this.#names.environment(name);
			return value === undefined ? [] : [[name, value] as const];
		});
		return { now: Date.now(), variables: this.#names.variables(), environment: Object.fromEntries(named) };
	}
}

function withRandom(given: Uint8Array | undefined, wanted: number): Uint8Array {
	if (given !== undefined && given.length >= wanted) return given;
	return randomBytes(wanted);
}
