import { decodeAs } from '../core/decode.ts';
import type { Decoder } from '../core/decoder.ts';
import type { Field } from '../index.ts';
import type { Sample } from './samples.fixture.ts';

/** A field by its path, as `dns.question.name`. */
export interface PathField extends Field {
	readonly path: string;
}

/** The fields of a sample, in order, each with its path; names begin again at a unit of a protocol. */
export function pathsOf(decoder: Decoder, { bytes, context }: Sample): PathField[] {
	const flat = (fields: readonly Field[], around: string): PathField[] =>
		fields.flatMap((field) => {
			const path = field.protocol ?? (around === '' ? field.name : `${around}.${field.name}`);
			return [{ ...field, path }, ...flat(field.children ?? [], path)];
		});
	return flat(decodeAs(decoder, bytes, context), '');
}
