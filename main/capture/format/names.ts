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

const ITEMS = /^capture-messages-([0-9a-f]{16})-(\d+)\.items$/;

/** A part of a list of messages, from an event on; `hash` identifies the list. */
export function itemsName(hash: string, from: number): string {
	return `capture-messages-${hash}-${from}.items`;
}

/** The first event of a part of a list; undefined for other files. */
export function itemsOf(file: string, hash: string): number | undefined {
	const [, found, from] = ITEMS.exec(file) ?? [];
	return found === hash ? Number(from) : undefined;
}

/** Whether a file belongs to any list of messages: it can be made again. */
export function isItems(file: string): boolean {
	return ITEMS.test(file);
}

/** A run of an endpoint in an interface description. */
export interface EndpointRun {
	readonly run: number;
	/** As named by the writing program, which may be a later version. */
	readonly kind: string;
	readonly id: string;
	readonly name: string;
}

/** The form of an interface's description: kind, run, and the rest as JSON. */
export const description = /^(\S+) run (\d+) (\{.*\})$/s;

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

/** Whether this is a Wirebench interface description. */
export function isDescription(text: string): boolean {
	return description.test(text);
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
