import { z } from 'zod';
import { type Framing, streamFramingSchema } from '../../../common/contract/config/framing.ts';
import { ENDPOINT_KINDS, type EndpointKind } from '../../../common/endpoints/shared/kinds.ts';
import { description, type EndpointRun } from './names.ts';

/** How messages were cut from what the peer sent, and from what we did. */
export interface RunFramings {
	readonly in: Framing;
	readonly out: Framing;
}

/** What a description says of a run, with how it cut what either side sent where its config says so. */
export interface DescribedRun extends Omit<EndpointRun, 'kind'> {
	/** Undefined where the description does not name one that we know. */
	readonly kind?: EndpointKind | undefined;
	readonly framings?: RunFramings;
}

const details = z.object({ id: z.string(), name: z.string(), config: z.unknown().optional() });

/** Reads a description back; for one that Wirebench did not write, what can be told from the interface's name. */
export function parseRun(text: string, interfaceName: string): DescribedRun {
	const match = description.exec(text);
	const kind = ENDPOINT_KINDS.find((known) => known === match?.[1]);
	const foreign: DescribedRun = { run: 0, id: '', name: interfaceName };
	if (!match) return foreign;
	try {
		const parsed = details.safeParse(JSON.parse(match[3] ?? ''));
		if (!parsed.success) return foreign;
		const { id, name, config } = parsed.data;
		const { data } = streamFramingSchema.safeParse(config);
		const run = { run: Number(match[2]), kind, id, name };
		if (data === undefined) return run;
		const { framing, framingOut = framing } = data;
		return { ...run, framings: { in: framing, out: framingOut } };
	} catch (error) {
		if (error instanceof SyntaxError) return foreign;
		throw error;
	}
}
