import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { type Attempt, errorText, toWirebenchError } from '../errors/errno.ts';

/** Milliseconds without a refusal after which a run of refusals has ended. */
const CALM_MS = 1000;

/** Connections that a server could not accept: the first is an event, and when the run has ended a note has their number. */
export class Refusals {
	readonly #record: EndpointRecord;
	readonly #attempt: Attempt;
	#count = 0;
	#fresh = false;
	#timer: NodeJS.Timeout | undefined;

	constructor(record: EndpointRecord, attempt: Attempt) {
		this.#record = record;
		this.#attempt = attempt;
	}

	/** Records a refusal: with the system's error, or because too few files are free. */
	refused(reason: Error = noFiles()): void {
		this.#count++;
		this.#fresh = true;
		if (this.#count > 1) return;
		const error = toWirebenchError(reason, this.#attempt);
		this.#record.error = error.toInfo();
		this.#record.endpointEvent('error', noteTexts.refusedUntilRoom({ why: errorText(error) }), error.details.says);
		this.#timer = setInterval(() => this.#look(), CALM_MS).unref();
	}

	/** The server stops accepting. */
	end(): void {
		clearInterval(this.#timer);
		if (this.#count === 0) return;
		const { refusedOne, refusedMany } = eventTexts;
		this.#record.endpointEvent('note', this.#count === 1 ? refusedOne : refusedMany({ connections: this.#count }));
		this.#count = 0;
	}

	#look(): void {
		if (!this.#fresh) this.end();
		this.#fresh = false;
	}
}

function noFiles(): Error {
	return Object.assign(new Error('too many open files'), { code: 'EMFILE', syscall: 'accept' });
}
