import { readSocketFacts, type SocketFacts } from '../../../common/calls/socket-facts.ts';
import type { Framing } from '../../../common/contract/config/framing.ts';
import { readStreamFraming } from '../../../common/contract/config/read-framing.ts';
import { ENDPOINT_KINDS, type EndpointKind } from '../../../common/endpoints/shared/kinds.ts';
import { isObject } from '../../../common/json/is-object.ts';
import { charsetOf } from '../../../common/payload/charsets/labels.ts';
import type { CharsetName } from '../../../common/payload/charsets/names.ts';
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
	/** Values of its config that decide about calls. */
	readonly sockets?: SocketFacts;
	/** Of its text; left out: UTF-8. */
	readonly charset?: CharsetName;
}

/** Parses a description; for one that Wirebench did not write, uses the interface's name. */
export function parseRun(text: string, interfaceName: string): DescribedRun {
	const match = description.exec(text);
	const kind = ENDPOINT_KINDS.find((known) => known === match?.[1]);
	const foreign: DescribedRun = { run: 0, id: '', name: interfaceName };
	if (!match) return foreign;
	try {
		const details: unknown = JSON.parse(match[3] ?? '');
		if (!isObject(details)) return foreign;
		const { id, name, config } = details;
		if (typeof id !== 'string' || typeof name !== 'string') return foreign;
		const charset = isObject(config) ? charsetOf(config) : 'utf-8';
		const sockets = readSocketFacts(kind, config);
		const run = { run: Number(match[2]), kind, id, name, sockets, ...(charset === 'utf-8' ? {} : { charset }) };
		const framings = readStreamFraming(config);
		if (framings === undefined) return run;
		const { framing, framingOut = framing } = framings;
		return { ...run, framings: { in: framing, out: framingOut } };
	} catch (error) {
		if (error instanceof SyntaxError) return foreign;
		throw error;
	}
}
