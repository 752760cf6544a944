/** Formats that bytes are copied in. */
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
};
