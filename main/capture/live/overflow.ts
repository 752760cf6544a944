/** A record that waits for room in the ring. */
export interface WaitingRecord {
	readonly meta: number;
	readonly time: number;
	readonly id: number;
	readonly payload: Uint8Array;
	/** Payload bytes of the whole event. */
	readonly total: number;
}

/** Approximate cost of a record besides its payload. */
const RECORD_COST = 128;
/** Maximum payload that waits on the heap. */
export const OVERFLOW_BYTES = 64 << 20;
/** Errors and notes have this much more, so that the explanation of a flood is not lost first. */
const EVENT_ALLOWANCE = 8 << 20;

/** Records in order that the ring had no room for: data already read from TCP must not be lost. */
export class Overflow {
	#records: WaitingRecord[] = [];
	#next = 0;
	#bytes = 0;

	get empty(): boolean {
		return this.#next === this.#records.length;
	}

	/** Whether data of this size may wait. A single event may, whatever its size. */
	takesData(bytes: number): boolean {
		return this.empty || this.#bytes + bytes <= OVERFLOW_BYTES;
	}

	takesEvent(): boolean {
		return this.#bytes <= OVERFLOW_BYTES + EVENT_ALLOWANCE;
	}

	/** Keeps the record; its payload must not change any more. */
	add(record: WaitingRecord): void {
		this.#records.push(record);
		this.#bytes += record.payload.length + RECORD_COST;
	}

	/** Passes records on, oldest first, until one is refused. */
	drain(take: (record: WaitingRecord) => boolean): void {
		for (let record = this.#records[this.#next]; record && take(record); record = this.#records[this.#next]) {
			this.#next++;
			this.#bytes -= record.payload.length + RECORD_COST;
		}
		if (this.empty) this.#records = [];
		else if (this.#next > 1000 && this.#next * 2 > this.#records.length)
			this.#records = this.#records.slice(this.#next);
		else return;
		this.#next = 0;
	}
}
