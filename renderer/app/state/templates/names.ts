import { create } from 'zustand';
import type { Variables } from '../../../../common/payload/saved.ts';
import type { TemplateValues } from '../../../../common/template/index.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { toastError } from '../window/toasts.ts';

export interface Names {
	/** Of the workspace. */
	readonly variables: Variables;
	/** Variables of the host's environment that were asked for; undefined where they are not set. */
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What templates can name. */
export const useNames = create<Names>()(() => ({ variables: {}, environment: {} }));

const asked = new Set<string>();

/** Asks the host for variables of its environment, each once: they never change. */
export function learnEnvironment(names: readonly string[]): void {
	const fresh = names.filter((name) => !asked.has(name)).slice(0, 100);
	if (fresh.length === 0) return;
	for (const name of fresh) asked.add(name);
	session.call('templateEnvironment', { names: fresh }).then(
		({ values }) => {
			const learnt = Object.fromEntries(fresh.map((name) => [name, values[name]]));
			useNames.setState(({ environment }) => ({ environment: { ...environment, ...learnt } }));
		},
		(error: unknown) => {
			for (const name of fresh) asked.delete(name);
			toastError(words().notices.environmentUnread, error);
		},
	);
}

/** `crypto.getRandomValues` gives no more at once. */
const MOST_RANDOM_AT_ONCE = 65_536;

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(count);
	for (let at = 0; at < count; at += MOST_RANDOM_AT_ONCE) {
		crypto.getRandomValues(bytes.subarray(at, at + MOST_RANDOM_AT_ONCE));
	}
	return bytes;
}

/** Values for a preview. `counts`: of the endpoint's counters. */
export function previewValues(
	{ variables, environment }: Names,
	counts: TemplateValues['counts'],
	random: Uint8Array,
): TemplateValues {
	const set = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined);
	return { now: Date.now(), random, counts, variables, environment: Object.fromEntries(set) };
}
