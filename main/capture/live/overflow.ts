/** A record that waits for room in the ring. */
export interface WaitingRecord {
	readonly meta: number;
	readonly time: number;
	readonly id: number;
	readonly payload: Uint8Array;
	/** Payload bytes of the whole event. */
	readonly total: number;
}

/** What a record costs besides its payload, roughly. */
const RECORD_COST = 128;
/** Payload that waits on the heap at most. */
export const OVERFLOW_BYTES = 64 << 20;
/** Errors and notes have this much more, so that what explains a flood is not the first thing lost in it. */
const EVENT_ALLOWANCE = 8 << 20;

/** Records in order that the ring had no room for: what was already read from TCP must not be lost. */
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

	/** Hands records over, oldest first, until one is refused. */
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
