import { lossParts } from '../../../common/words/en/sentences/note-parts.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';

/** Minimum milliseconds between an endpoint's notes about losses. */
const NOTE_MS = 1000;
/** Connections listed one by one in a note. */
const LISTED = 10;
/** Connections counted one by one; the others together, as a long failure may affect any number of them. */
const COUNTED = 1000;
const OTHERS = -1;

interface Lost {
	events: number;
	in: number;
	out: number;
}

/** Missing bytes of a TCP connection since its last kept event. */
export interface Gap {
	in: number;
	out: number;
}

/**
 * Records losses, by endpoint and connection, until a note about them can be written: when there is room again, and at
 * most once a second.
 */
export class Losses {
	readonly #note: (endpoint: number, text: string) => void;
	#lost = new Map<number, Map<number, Lost>>();
	#next = 0;
	#timer: NodeJS.Timeout | undefined;
	/** Gaps to report with the next event of a TCP connection. */
	readonly gaps = new Map<number, Gap>();

	constructor(note: (endpoint: number, text: string) => void) {
		this.#note = note;
	}

	/** A `data` event was lost; `stream`: it was part of a TCP connection. */
	data(endpoint: number, connection: number, direction: 'in' | 'out', bytes: number, stream: boolean): void {
		this.#count(endpoint, connection)[direction] += bytes;
		if (!stream) return;
		const gap = this.gaps.get(connection) ?? { in: 0, out: 0 };
		gap[direction] += bytes;
		this.gaps.set(connection, gap);
	}

	/** An event without bytes was lost; connection 0 for one of the endpoint itself. */
	event(endpoint: number, connection: number): void {
		this.#count(endpoint, connection);
	}

	/** There is room again. */
	relieved(): void {
		if (this.#lost.size === 0 || this.#timer) return;
		const wait = this.#next - performance.now();
		if (wait <= 0) this.tell();
		else this.#timer = setTimeout(() => this.tell(), wait).unref();
	}

	/** Writes the notes that are due now. */
	tell(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (this.#lost.size === 0) return;
		const lost = this.#lost;
		this.#lost = new Map();
		this.#next = performance.now() + NOTE_MS;
		for (const [endpoint, connections] of lost) if (endpoint !== 0) this.#note(endpoint, describe(connections));
	}

	#count(endpoint: number, connection: number): Lost {
		const connections = this.#lost.get(endpoint) ?? new Map<number, Lost>();
		this.#lost.set(endpoint, connections);
		const known = connections.has(connection) || connections.size < COUNTED;
		const key = known ? connection : OTHERS;
		const lost = connections.get(key) ?? { events: 0, in: 0, out: 0 };
		connections.set(key, lost);
		lost.events++;
		return lost;
	}
}

function describe(connections: ReadonlyMap<number, Lost>): string {
	const all = [...connections];
	const sum = (of: (lost: Lost) => number) => all.reduce((total, [, lost]) => total + of(lost), 0);
	const parts = all.slice(0, LISTED).map(([connection, lost]) => {
		const counts = { events: events(lost.events), received: bytes(lost.in), sent: bytes(lost.out) };
		return connection === 0 ? lossParts.lossOfEndpoint(counts) : lossParts.lossOfConnection({ connection, ...counts });
	});
	if (all.length > LISTED) parts.push(further(all.length - LISTED, connections.has(OTHERS)));
	return noteTexts.captureTooSlow({
		events: events(sum((lost) => lost.events)),
		bytes: bytes(sum((lost) => lost.in + lost.out)),
		parts: parts.reduceRight((rest, first) => lossParts.lossAnd({ first, rest })),
	});
}

function events(count: number): string {
	return count === 1 ? lossParts.lossOneEvent : lossParts.lossEvents({ count });
}

function bytes(count: number): string {
	return count === 1 ? lossParts.lossOneByte : lossParts.lossBytes({ count });
}

function further(more: number, isLeast: boolean): string {
	if (isLeast) return more === 1 ? lossParts.lossAtLeastOneMore : lossParts.lossAtLeastMore({ more });
	return more === 1 ? lossParts.lossOneMore : lossParts.lossMore({ more });
}
