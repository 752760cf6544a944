import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import { type SavedPayload, type Variables, variableNameFault } from '../../../common/payload/saved.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { formatCount } from '../../app/shared/format.ts';
import { faultText } from '../../words/errors.ts';

/** A variable as it is typed. */
export interface VariableRow {
	/** Of the row, whatever its name. */
	readonly key: number;
	readonly name: string;
	readonly value: string;
}

/** What is wrong with each row that cannot be stored. */
export function rowErrors(
	rows: readonly VariableRow[],
	{ workspace: { variables: text } }: DialogWords,
): ReadonlyMap<number, string> {
	const errors = new Map<number, string>();
	const names = new Set<string>();
	for (const { key, name, value } of rows) {
		if (name === '' && value === '') continue;
		const fault = variableNameFault(name);
		if (fault !== undefined) errors.set(key, faultText(fault));
		else if (value.length > LIMITS.variableChars) errors.set(key, text.tooLong(formatCount(LIMITS.variableChars)));
		else if (names.has(name)) errors.set(key, text.twice(name));
		names.add(name);
	}
	return errors;
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
