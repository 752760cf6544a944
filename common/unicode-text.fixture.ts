import fc from 'fast-check';

const SURROGATES = 0x800;
const FIRST_SURROGATE = 0xd800;

/** Any code point but the half surrogates. */
const any = fc.integer({ min: 0, max: 0x10_ffff - SURROGATES });
const ascii = fc.integer({ min: 0, max: 0x7f });

function toCharacter(index: number): string {
	return String.fromCodePoint(index < FIRST_SURROGATE ? index : index + SURROGATES);
}

function toIndex(value: unknown): number {
	const point = typeof value === 'string' && [...value].length === 1 ? value.codePointAt(0) : undefined;
	if (point === undefined || /\p{Surrogate}/u.test(String.fromCodePoint(point))) throw new Error('Not a character.');
	return point < FIRST_SURROGATE ? point : point - SURROGATES;
}

const character = fc.oneof({ arbitrary: ascii, weight: 1 }, { arbitrary: any, weight: 9 }).map(toCharacter, toIndex);

/** Text of any characters, as of fast-check's unit `binary`, whose table takes two seconds of processor time in each worker. */
export function unicodeText(length: Pick<fc.StringConstraints, 'minLength' | 'maxLength'> = {}): fc.Arbitrary<string> {
	return fc.string({ ...length, unit: character });
}
