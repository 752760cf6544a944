import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import { type SavedPayload, type Variables, variablesSchema } from '../../../common/payload/saved.ts';

/** A variable as it is typed. */
export interface VariableRow {
	/** Of the row, whatever its name. */
	readonly key: number;
	readonly name: string;
	readonly value: string;
}

/** What is wrong with each row that cannot be stored. */
export function rowErrors(rows: readonly VariableRow[]): ReadonlyMap<number, string> {
	const errors = new Map<number, string>();
	const names = new Set<string>();
	for (const { key, name, value } of rows) {
		if (name === '' && value === '') continue;
		const { error } = variablesSchema.safeParse({ [name]: value });
		if (error !== undefined) errors.set(key, messageOfKey(error.issues));
		else if (names.has(name)) errors.set(key, `The name ${name} is used twice.`);
		names.add(name);
	}
	return errors;
}

/** The issue of a key is inside that of its record. */
function messageOfKey([first]: readonly { message: string; issues?: unknown }[]): string {
	const inner = Array.isArray(first?.issues) ? first.issues[0] : undefined;
	return typeof inner?.message === 'string' ? inner.message : (first?.message ?? 'It cannot be stored.');
}

/** The variables now, with what differs between the rows and `before`: what another window has changed stays. */
export function withRows(now: Variables, before: Variables, rows: readonly VariableRow[]): Variables {
	const typed = Object.fromEntries(rows.filter(({ name }) => name !== '').map(({ name, value }) => [name, value]));
	const removed = Object.keys(before).filter((name) => !Object.hasOwn(typed, name));
	const changed = Object.entries(typed).filter(([name, value]) => before[name] !== value);
	const kept = Object.entries(now).filter(([name]) => !removed.includes(name));
	return { ...Object.fromEntries(kept), ...Object.fromEntries(changed) };
}

/** The names of what has `{{var NAME}}` in it. */
export function usersOf(
	name: string,
	payloads: readonly Pick<SavedPayload, 'name' | 'text'>[],
	configs: readonly EndpointConfig[],
): string[] {
	const uses = (text: string) => [...text.matchAll(/\{\{\s*var\s+([^\s|}"\\]+)/g)].some(([, named]) => named === name);
	return [
		...payloads.filter(({ text }) => uses(text)).map((payload) => payload.name),
		...configs.filter((config) => uses(JSON.stringify(config))).map((config) => config.name),
	];
}
