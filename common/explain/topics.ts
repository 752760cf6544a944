import { presets } from '../presets/index.ts';
import type { Explain } from '../words/load-explain.ts';
import { nearest } from '../words/near.ts';
import { addressTopic } from './addresses.ts';
import { ERRORS } from './errors.ts';
import { NAMES } from './names.ts';

/** Groups of topics, in the order in which they are listed. */
export const EXPLAINED = [
	'calls',
	'states',
	'errors',
	'options',
	'addresses',
	'framings',
	'events',
	'kinds',
	'faults',
	'fields',
	'steps',
	'answers',
	'testing',
	'settings',
	'dialogs',
	'views',
	'presets',
] as const;
export type ExplainGroup = (typeof EXPLAINED)[number];

/** Something that can be explained: its group, and its key in the catalogue. */
export interface Topic {
	readonly group: ExplainGroup;
	readonly key: string;
	/** What it is called in every language. */
	readonly name: string;
}

/** Two sentences about a topic, and what to do or to try next. */
export interface Explanation {
	/** In the language of the texts; left out: the topic's name. */
	readonly title?: string;
	readonly text: string;
	readonly next: string;
}

interface Named extends Topic {
	/** Folded names. */
	readonly names: readonly string[];
}

/** A name without what differs between its spellings: letter case, `_`, `-`, `()`. */
function folded(name: string): string {
	return name
		.toLowerCase()
		.replaceAll(/[\s_-]|\(.*\)$/g, '')
		.replace(/^wsa(?=e)/, '');
}

function named(group: ExplainGroup, key: string, names: readonly string[]): Named {
	return { group, key, name: names[0] ?? key, names: [key, ...names].map(folded) };
}

const TOPICS: readonly Named[] = EXPLAINED.flatMap((group) => {
	if (group === 'presets') return presets.map(({ id }) => named(group, id, [id]));
	if (group === 'errors') return Object.entries(ERRORS).map(([key, names]) => named(group, key, names));
	const names: Readonly<Record<string, readonly string[]>> = NAMES[group];
	return Object.entries(names).map(([key, all]) => named(group, key, all));
});

/** Every topic, by group. */
export const topics: readonly Topic[] = TOPICS;

/**
 * The topics that a written name means: a call (`recv`, `recv()`), a state (`TIME_WAIT`), an error (`EADDRINUSE`, `WSAEADDRINUSE`),
 * an option (`SO_REUSEADDR`, `reuseAddress`), an address (`0.0.0.0`, or any of its kind), a framing, an event, a kind of
 * endpoints (`tcp-server`, `TCP server`), a fault, a step of a test, a field of a form or dialog (`Charset`), or a preset's id.
 */
export function topicsOf(written: string): readonly Topic[] {
	const name = folded(written.trim());
	const found = TOPICS.filter(({ names }) => names.includes(name));
	if (found.length > 0 || name === '') return found;
	const address = addressTopic(written);
	return TOPICS.filter(({ group, key }) => `${group}.${key}` === address);
}

/** The known name that was probably meant. */
export function likelyTopic(written: string): string | undefined {
	const near = nearest(
		folded(written),
		TOPICS.flatMap(({ names }) => names),
	);
	return TOPICS.find(({ names }) => near !== undefined && names.includes(near))?.name;
}

/** What the texts of a language say about a topic; undefined for one that they do not have. */
export function explanationOf({ group, key }: Pick<Topic, 'group' | 'key'>, words: Explain): Explanation | undefined {
	const entries: Readonly<Record<string, Explanation>> = words[group];
	return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
