const TWO_32 = 0x1_0000_0000;
const MAX = 2n ** 64n - 1n;

/** Converts file times to nanoseconds since 1970, in two unsigned halves. */
export class PacketTime {
	high = 0;
	low = 0;
	#second = -1;
	#secondHigh = 0;
	#secondLow = 0;

	/** Seconds since 1970, unsigned 32-bit, and nanoseconds, which may exceed a second. */
	fromSeconds(seconds: number, nanoseconds: number): void {
		if (seconds !== this.#second) this.#begin(seconds);
		const low = this.#secondLow + nanoseconds;
		this.low = low >>> 0;
		this.high = this.#secondHigh + (low >= TWO_32 ? Math.floor(low / TWO_32) : 0);
	}

	/** A 64-bit number of microseconds. A time beyond 64 bits of nanoseconds becomes the last one. */
	fromMicroseconds(high: number, low: number): void {
		const product = low * 1000;
		this.low = product >>> 0;
		this.high = high * 1000 + Math.floor(product / TWO_32);
		if (this.high > 0xffff_ffff) this.#set(MAX);
	}

	/** A 64-bit number of units, `perSecond` of which are a second, plus `offset` seconds since 1970. */
	fromUnits(high: number, low: number, perSecond: bigint, offset: bigint): void {
		const units = (BigInt(high) << 32n) | BigInt(low);
		const nanoseconds = (units * 1_000_000_000n) / perSecond + offset * 1_000_000_000n;
		this.#set(nanoseconds < 0n ? 0n : nanoseconds > MAX ? MAX : nanoseconds);
	}

	#set(nanoseconds: bigint): void {
		this.high = Number(nanoseconds >> 32n);
		this.low = Number(nanoseconds & 0xffff_ffffn);
	}

	#begin(seconds: number): void {
		this.#second = seconds;
		// The upper 16 bits times 10^9 fit a double, and so do the lower: together they would not.
		const upper = (seconds >>> 16) * 1_000_000_000;
		const low = (upper % 0x1_0000) * 0x1_0000 + (seconds & 0xffff) * 1_000_000_000;
		this.#secondLow = low >>> 0;
		this.#secondHigh = Math.floor(upper / 0x1_0000) + Math.floor(low / TWO_32);
	}
}
