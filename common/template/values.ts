/** A counter of a template. Counters with the same name, start and step are one. */
export interface Counter {
	/** Its identity among the counters of an endpoint. */
	readonly key: string;
	readonly start: bigint;
	readonly step: bigint;
}

/** What a template needs besides a received message. */
export interface TemplateNeeds {
	/** Each once. They advance by one message, however often they stand in it. */
	readonly counters: readonly Counter[];
	readonly randomBytes: number;
	readonly variables: readonly string[];
	readonly environment: readonly string[];
}

/** Variables by name: characters for the charset of the template, or bytes. */
export type VariableValues = Readonly<Record<string, string | Uint8Array>>;

/** Values for one rendering: plain data, so that they cross threads and preview what will be sent. */
export interface TemplateValues {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** At least as many bytes as the template needs. */
	readonly random: Uint8Array;
	/** How many messages have used each counter, by its key; 0 where it is left out. */
	readonly counts: Readonly<Record<string, number>>;
	readonly variables: VariableValues;
	readonly environment: Readonly<Record<string, string>>;
}

/** Whether rendering needs values at all; a time is then the time of rendering. */
export function needsValues({ counters, randomBytes, variables, environment }: TemplateNeeds): boolean {
	return counters.length > 0 || randomBytes > 0 || variables.length > 0 || environment.length > 0;
}

/** What a counter shows in a message after `count` messages. */
export function counterValue({ start, step }: Counter, count: number): bigint {
	return start + step * BigInt(count);
}

/** What several templates need for one message; each reads the random bytes from the first on. */
export function mergeNeeds(all: readonly (TemplateNeeds | undefined)[]): TemplateNeeds | undefined {
	const [first, ...others] = all.filter((needs) => needs !== undefined);
	if (first === undefined || others.length === 0) return first;
	const some = [first, ...others];
	const counters = new Map(some.flatMap((needs) => needs.counters.map((counter) => [counter.key, counter] as const)));
	return {
		counters: [...counters.values()],
		randomBytes: Math.max(...some.map(({ randomBytes }) => randomBytes)),
		variables: [...new Set(some.flatMap(({ variables }) => variables))],
		environment: [...new Set(some.flatMap(({ environment }) => environment))],
	};
}
