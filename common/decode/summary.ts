import type { Decoder } from './core/decoder.ts';
import type { Field, Note } from './core/field.ts';
import { firstNote } from './core/plain.ts';
import { fieldValueText } from './core/value-text.ts';

/** What a message says, in one line. */
export interface Summary {
	/** The protocol, what its first unit says, and how many units follow: `modbus: request, unit 1, Read Coils: 3 coils at 7`. */
	readonly text: string;
	/** The first thing that is wrong with it. */
	readonly note: Note | undefined;
}

/** Fields that are shown of a unit whose first ones are. */
const FIRST = 3;
/** Characters of one value, and of the line. */
const MOST_VALUE = 40;
const MOST = 200;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** The line of decoded fields; undefined where they have no unit of the protocol. */
export function summaryOf(
	{ id, telling = [] }: Pick<Decoder, 'id' | 'telling'>,
	fields: readonly Field[],
): Summary | undefined {
	const units = fields.filter(({ protocol }) => protocol !== undefined);
	const [unit] = units;
	if (unit === undefined) return undefined;
	const { value, meaning, children = [] } = unit;
	const own = value === undefined ? undefined : fieldValueText(value);
	const shown =
		telling === 'first'
			? children.slice(0, FIRST).map(labelled)
			: telling.flatMap((name) =>
					children
						.filter((child) => child.name === name)
						.slice(0, 1)
						.map(labelled),
				);
	// Of items, the meaning is the format that they are written in.
	const rest = telling === 'first' && shown.length > 0 ? undefined : meaning;
	const says = [own, ...shown, rest].filter((part) => part !== undefined && part !== '').join(', ');
	const more = units.length > 1 ? ` (+${units.length - 1})` : '';
	const text = `${cut(says === '' ? id : `${id}: ${says}`, MOST)}${more}`;
	return { text: text.replaceAll(/\s+/g, ' '), note: fields.map(firstNote).find((note) => note !== undefined) };
}

function labelled({ name, value, meaning, children = [] }: Field): string {
	const says = value === undefined ? meaning : fieldValueText(value);
	return `${name} ${cut(says ?? `{${children.length}}`, MOST_VALUE)}`;
}
