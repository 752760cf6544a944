import { z } from 'zod';
import type { Framing } from '../../../common/contract/config/framing.ts';
import { ENDPOINT_KINDS, type EndpointKind, streamFramingSchema } from '../../../common/endpoints/index.ts';
import { LINK, type LinkType } from '../pcapng/format.ts';

const SEGMENT = /^capture-(\d{6,})\.pcapng$/;

/** `capture-000001.pcapng`: names sort in order, so that `cat *.pcapng` is the whole capture. */
export function segmentName(number: number): string {
	return `capture-${String(number).padStart(6, '0')}.pcapng`;
}

export function indexName(number: number): string {
	return `capture-${String(number).padStart(6, '0')}.index`;
}

/** The number in a segment's file name, from 1; undefined for other files. */
export function segmentNumber(file: string): number | undefined {
	const digits = SEGMENT.exec(file)?.[1];
	return digits === undefined ? undefined : Number(digits);
}

/** What an interface description says of a run of an endpoint. */
export interface EndpointRun {
	readonly run: number;
	/** As the program that wrote it calls it, which may be a later one. */
	readonly kind: string;
	readonly id: string;
	readonly name: string;
}

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

const description = /^(\S+) run (\d+) (\{.*\})$/s;
const details = z.object({ id: z.string(), name: z.string(), config: z.unknown().optional() });

/** `tcp-server run 2 {"id":...,"name":...,"config":{...}}`; a config too long for an option is left out. */
export function describeRun(run: EndpointRun, config: unknown): string {
	const { kind, id, name } = run;
	const start = `${kind} run ${run.run} `;
	const whole = start + JSON.stringify({ id, name, config });
	return Buffer.byteLength(whole) <= 60_000 ? whole : start + JSON.stringify({ id, name });
}

/** The name of a run's interface. */
export function interfaceName(endpoint: string, link: LinkType): string {
	return link === LINK.ip ? endpoint : `${endpoint} (exported)`;
}

/** Whether this is how Wirebench describes an interface. */
export function isDescription(text: string): boolean {
	return description.test(text);
}

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

/** The comment of a segment's section header. */
export function describeSegment(number: number, first: number): string {
	return `Wirebench capture, segment ${number}, from event ${first}`;
}

/** The position of the segment's first event, from such a comment. */
export function parseSegmentFirst(comment: string): number | undefined {
	const match = /^Wirebench capture, segment \d+, from event (\d+)$/.exec(comment);
	return match ? Number(match[1]) : undefined;
}
