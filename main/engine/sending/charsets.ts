import { charsetsBy } from '../../../common/payload/index.ts';

/** Charsets by name. */
export const charsetNamed = charsetsBy((name) => {
	const decoder = new TextDecoder(name, { ignoreBOM: true });
	return (bytes) => decoder.decode(bytes);
});
