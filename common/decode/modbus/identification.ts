import type { Reader } from '../core/reader.ts';
import type { Side } from './length.ts';
import { conformityText, IDENTIFICATIONS, OBJECTS } from './names.ts';

const MORE: ReadonlyMap<number, string> = new Map([
	[0, 'no'],
	[0xff, 'yes'],
]);

/** Objects whose values are text (MODBUS Application Protocol Specification V1.1b3, 6.21). */
const TEXTS = 7;

/** Read Device Identification (6.21), behind the type of the interface. */
export function readDeviceIdentification(reader: Reader, side: Side): () => string {
	const kind = reader.uint('identification', 1, 'be', { meaning: IDENTIFICATIONS });
	if (side === 'request') {
		reader.uint('object', 1, 'be', { meaning: OBJECTS });
		return () => `identification, ${IDENTIFICATIONS.get(kind) ?? kind}`;
	}
	reader.uint('conformity', 1, 'be', { meaning: conformityText });
	reader.uint('moreFollows', 1, 'be', { meaning: MORE });
	reader.uint('nextObject', 1, 'be', { meaning: OBJECTS });
	const count = reader.uint('objects', 1);
	const values: string[] = [];
	for (let i = 0; i < count; i++)
		reader.group('object', () => {
			const id = reader.uint('id', 1, 'be', { meaning: OBJECTS });
			const length = reader.uint('length', 1);
			if (id < TEXTS) {
				const value = reader.text('value', length);
				values.push(value);
				reader.tell(`${OBJECTS.get(id)}: ${value}`);
			} else reader.data('value', length);
		});
	return () => (values.length === 0 ? 'identification' : values.join(' '));
}
