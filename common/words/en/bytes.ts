import { localeOf } from '../locale/locale.ts';

const { counted } = localeOf('en');
const size = (length: number) => counted(length, { one: 'byte', other: 'bytes' });

/** Formats that bytes are copied in, and what is reported then. */
export const bytes = {
	formats: {
		hex: 'Hex',
		c: 'C array',
		python: 'Python bytes',
		javascript: 'JavaScript array',
		base64: 'Base64',
		escaped: 'Escaped text',
	},
	/** @param charset its label, as in `UTF-8` */
	text: (charset: string) => `Text (${charset})`,
	copied: (length: number, format: string) => `Copied ${size(length)} as ${format}.`,
	copiedFirst: (length: number, format: string) =>
		`Copied the first ${size(length)} as ${format}: one copy takes no more.`,
	notCopied: 'Nothing was copied',
};
