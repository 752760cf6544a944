/** Types of values by their first byte: those of RESP 2 are string, error, integer, bulk string and array. */
export const TYPES: ReadonlyMap<string, string> = new Map([
	['+', 'simple string'],
	['-', 'simple error'],
	[':', 'integer'],
	['$', 'bulk string'],
	['*', 'array'],
	['_', 'null'],
	['#', 'boolean'],
	[',', 'double'],
	['(', 'big number'],
	['!', 'bulk error'],
	['=', 'verbatim string'],
	['%', 'map'],
	['|', 'attribute'],
	['~', 'set'],
	['>', 'push'],
]);

/** The type that a byte begins; undefined where it begins none. */
export function typeOf(byte: number | undefined): string | undefined {
	const character = byte === undefined ? '' : String.fromCharCode(byte);
	return TYPES.has(character) ? character : undefined;
}
