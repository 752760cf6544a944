import type { FieldValue } from './core/field.ts';
import { fieldValueText } from './core/value-text.ts';

/** A value of a field as lists show it. `plain`: a number or a truth; `none`: it has a meaning alone. */
interface Said {
	readonly type: 'plain' | 'text' | 'bytes' | 'none';
	readonly text: string;
	readonly meaning?: string;
	/** The text is only the begin of the value. */
	readonly cut?: true;
}

/** Characters of a value that are shown. */
const MOST = 200;

/** What a field says, in one line. */
export function saidOf({
	value,
	meaning,
}: {
	readonly value?: FieldValue | undefined;
	readonly meaning?: string | undefined;
}): Said {
	const text = value === undefined ? '' : fieldValueText(value);
	const isCut = text.length > MOST || (value instanceof Uint8Array && text.length !== value.length * 2);
	return {
		type: typeOf(value),
		text: text.slice(0, MOST),
		...(meaning === undefined ? {} : { meaning: meaning.slice(0, MOST) }),
		...(isCut ? { cut: true } : {}),
	};
}

function typeOf(value: FieldValue | undefined): Said['type'] {
	if (value === undefined) return 'none';
	if (value instanceof Uint8Array) return 'bytes';
	return typeof value === 'string' ? 'text' : 'plain';
}
