import type { CharsetName } from '../../../common/payload/charsets/names.ts';
import type { Structure } from '../../../common/structure/document/schema.ts';

/** Protocols that payloads are decoded as, by the names of endpoints; left out: what they look like. */
export type ReadProtocols = Readonly<
	Record<string, { readonly in?: string | undefined; readonly out?: string | undefined }>
>;

/** Charsets in which the text of a capture is read, in place of those that its endpoints had. */
export interface ReadCharsets {
	/** For all of it. */
	readonly all?: CharsetName | undefined;
	/** Else by the names of endpoints. */
	readonly endpoints?: Readonly<Record<string, CharsetName>>;
	/** What payloads are decoded as, which the capture does not say. */
	readonly protocols?: ReadProtocols;
	/** Protocols beside the built-in ones, as a workspace has them: those with faults are left out. */
	readonly structures?: readonly Structure[];
}
