import type { z } from 'zod';
import type { EndpointConfigInput } from '../../endpoints/index.ts';
import type { savedPayloadSchema } from '../../payload/saved.ts';
import type { Said } from '../../words/sentence/said.ts';

/** What was found in another program's file or command line. */
export interface Found {
	readonly endpoints: readonly EndpointConfigInput[];
	readonly payloads: readonly z.input<typeof savedPayloadSchema>[];
	/** A sentence for each thing that was not taken over, or not as it was. */
	readonly notes: readonly Said[];
}

/** Several findings as one. */
export function joined(all: readonly Found[]): Found {
	return {
		endpoints: all.flatMap(({ endpoints }) => endpoints),
		payloads: all.flatMap(({ payloads }) => payloads),
		notes: all.flatMap(({ notes }) => notes),
	};
}

/** A host and a port as they are written: `host:9000`, `[::1]:9000`, `:9000`; undefined for anything else. */
export function placeOf(text: string): { readonly host: string; readonly port: number } | undefined {
	const {
		bracketed,
		plain,
		port = '',
	} = /^(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:[\]]*)):(?<port>\d{1,5})$/.exec(text)?.groups ?? {};
	const number = Number(port);
	return port === '' || number > 65535 ? undefined : { host: bracketed ?? plain ?? '', port: number };
}
