import { protoError } from '../../../sentences/proto-error.ts';
import { counted } from '../../../words/counted.ts';
import type { Decoder } from '../../core/decoder.ts';
import { faultOf } from '../../core/fault.ts';
import type { Reader } from '../../core/reader.ts';
import { readUnit } from '../unit.ts';
import { readMessage } from './read.ts';
import type { ProtoSchema } from './schema.ts';

/** Messages that an error lists. */
const MOST_LISTED = 20;

/** How sure it is that bytes are a message whose fields all have the types of its schema. */
const FITS = 0.7;

/** The decoder of one message of a schema, whose fields have their names. `message`: as of `fullName`, which throws. */
export function protoDecoder(schema: ProtoSchema, message: string): Decoder {
	const name = fullName(schema, message);
	const isMessage = (bytes: Uint8Array) =>
		faultOf(bytes, (reader) => void readMessage(reader, schema, name)) === undefined;
	const decode = (reader: Reader) => {
		const count = readUnit(reader, isMessage, () => readMessage(reader, schema, name));
		reader.tell(name, counted(count, 'field'));
	};
	return {
		id: 'protobuf',
		title: name,
		ports: {},
		most: FITS,
		telling: 'first',
		recognise: (bytes) => (bytes.length > 0 && faultOf(bytes, decode) === undefined ? FITS : 0),
		decode,
	};
}

/**
 * The full name of a message. `written`: that, or what it ends with behind a dot where that is one message. Throws `bad-input` where there
 * is no such message.
 */
export function fullName({ messages }: ProtoSchema, written: string): string {
	const names = [...messages.keys()];
	const name = written.replace(/^\./, '');
	if (messages.has(name)) return name;
	const [one, ...others] = names.filter((each) => each.endsWith(`.${name}`));
	if (one !== undefined && others.length === 0) return one;
	const listed = names.filter((each) => !each.startsWith('google.protobuf.'));
	const shown = `${listed.slice(0, MOST_LISTED).join(', ')}${listed.length > MOST_LISTED ? ', …' : ''}`;
	throw protoError('bad-input', 'protoMessage', { name: written, names: shown });
}
