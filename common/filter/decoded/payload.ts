import { EVENT_KINDS } from '../../capture/event.ts';
import type { Decoder } from '../../decode/core/decoder.ts';
import { type DecodedMessage, type FieldPath, type FoundValue, ValueReader } from '../../decode/values.ts';

/** The properties of an event that say what its payload is decoded as. */
export interface DecodedEvent extends DecodedMessage {
	/** Index into EVENT_KINDS. */
	readonly kind: number;
	/** Payload bytes. */
	readonly length: number;
	/** Undefined until it has been read. */
	readonly content: Uint8Array | undefined;
}

const DATA = EVENT_KINDS.indexOf('data');

/** The decoded payload of the event that is tested: read once for all conditions of a filter, and only where one needs it. */
export class DecodedPayload {
	readonly #structures: readonly Decoder[];
	readonly #paths: FieldPath[] = [];
	#reader: ValueReader | undefined;
	#isRead = false;

	/** @param structures protocols beside the built-in ones */
	constructor(structures: readonly Decoder[]) {
		this.#structures = structures;
	}

	/** Whether there are conditions. */
	get isWanted(): boolean {
		return this.#paths.length > 0;
	}

	/** Another event is tested. */
	next(): void {
		this.#isRead = false;
	}

	/** A condition on the values of a field. An event without payload does not fulfil it; undefined until its content is read. */
	condition(
		path: FieldPath,
		holds: (values: readonly FoundValue[]) => boolean,
	): (event: DecodedEvent) => boolean | undefined {
		const at = this.#paths.push(path) - 1;
		return (event) => {
			if (event.kind !== DATA || event.length === 0) return false;
			const { content } = event;
			if (content === undefined) return undefined;
			return holds(this.#read(content, event).values(at));
		};
	}

	#read(content: Uint8Array, event: DecodedEvent): ValueReader {
		this.#reader ??= new ValueReader(this.#paths, this.#structures);
		if (!this.#isRead) this.#reader.read(content, event);
		this.#isRead = true;
		return this.#reader;
	}
}
