/** Every field by its name, in the order of completion. */
export const FIELD_NAMES = [
	'dir',
	'kind',
	'endpoint',
	'conn',
	'port',
	'len',
	'time',
	'protocol',
	'text',
	'mark',
	'note',
	'hex',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

const names = new Set<string>(FIELD_NAMES);
/** Other names of fields. */
const SYNONYMS: ReadonlyMap<string, FieldName> = new Map([['length', 'len']]);

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
