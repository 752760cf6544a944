import { decodeAs } from '../core/decode.ts';
import type { Decoder } from '../core/decoder.ts';
import type { Field, Note } from '../index.ts';
import { type Sample, sampleNamed } from './samples.fixture.ts';

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

/** What the fields of a path say in a sample: the meaning of each, or its value where it has none. */
export const saidAt = (decoder: Decoder, sample: Sample, path: string): unknown[] =>
	pathsOf(decoder, sample)
		.filter((field) => field.path === path)
		.map(({ value, meaning }) => meaning ?? value);

/** The notes in a sample, each with the path of its field. */
export const notesOf = (decoder: Decoder, sample: Sample): { readonly path: string; readonly note: Note }[] =>
	pathsOf(decoder, sample).flatMap(({ path, note }) => (note === undefined ? [] : [{ path, note }]));

/** The same of the sample whose name begins with `name`. */
export const saidIn =
	(decoder: Decoder, samples: readonly Sample[]) =>
	(name: string, path: string): unknown[] =>
		saidAt(decoder, sampleNamed(samples, name), path);
