import type { CharsetName } from '../../../common/payload/charsets/names.ts';

/** Charsets in which the text of a capture is read, in place of those that its endpoints had. */
export interface ReadCharsets {
	/** For all of it. */
	readonly all?: CharsetName | undefined;
	/** Else by the names of endpoints. */
	readonly endpoints?: Readonly<Record<string, CharsetName>>;
}
