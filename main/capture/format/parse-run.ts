import { z } from 'zod';
import { type Framing, streamFramingSchema } from '../../../common/contract/config/framing.ts';
import { ENDPOINT_KINDS, type EndpointKind } from '../../../common/endpoints/shared/kinds.ts';
import { description, type EndpointRun } from './names.ts';

/** The framings of received and sent data. */
export interface RunFramings {
	readonly in: Framing;
	readonly out: Framing;
}

/** A run from a description, with its framings where its config has them. */
export interface DescribedRun extends Omit<EndpointRun, 'kind'> {
	/** Undefined for an unknown kind. */
	readonly kind?: EndpointKind | undefined;
	readonly framings?: RunFramings;
}

const details = z.object({ id: z.string(), name: z.string(), config: z.unknown().optional() });

/** Parses a description; for one that Wirebench did not write, uses the interface's name. */
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
