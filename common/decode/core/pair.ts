import type { FieldValue } from './field.ts';
import type { Reader } from './reader.ts';
import { fieldValueText } from './value-text.ts';

/** An item that is one field: its length with its head, and its value. */
export interface PlainItem {
	readonly length: number;
	readonly value: FieldValue;
}

/**
 * Reads a pair of a map: a field with the name of its key, or of a key that has items in it, a group. @param key where it is one
 * field, not read yet
 */
export function readPair(
	reader: Reader,
	key: PlainItem | undefined,
	readItem: (reader: Reader, name: string) => void,
): void {
	if (key === undefined)
		reader.group('pair', () => {
			readItem(reader, 'key');
			readItem(reader, 'value');
		});
	else {
		reader.skip(key.length);
		readItem(reader, fieldValueText(key.value));
	}
}
