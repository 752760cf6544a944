import { EVENT_KINDS } from '../capture/event.ts';

/** Every field by its name, with its description for completion. */
export const FIELDS = {
	dir: 'in, out or none',
	kind: EVENT_KINDS.join(', '),
	endpoint: 'name of an endpoint',
	conn: 'number of a connection',
	port: 'port of either end',
	len: 'bytes of payload, as in len>=1.5k',
	time: 'since the first event, as in time<5s',
	text: 'text in the payload; "in quotes" minds the case',
	mark: 'yes or no: marked by you',
	note: 'text in your note; note:* for any',
	hex: 'bytes in the payload, as in hex:0d0a',
} as const;
export type FieldName = keyof typeof FIELDS;

const names = new Set<string>(Object.keys(FIELDS));
/** Other names of fields. */
const SYNONYMS: ReadonlyMap<string, FieldName> = new Map([['length', 'len']]);

export const FIELD_NAMES = Object.keys(FIELDS).filter(isField);
/** All names that are read as a field. */
export const WRITTEN_NAMES: readonly string[] = [...FIELD_NAMES, ...SYNONYMS.keys()];

function isField(name: string): name is FieldName {
	return names.has(name);
}

/** The field that is written as `name`, in any case; undefined where there is none. */
export function fieldNamed(name: string): FieldName | undefined {
	const lower = name.toLowerCase();
	return isField(lower) ? lower : SYNONYMS.get(lower);
}
