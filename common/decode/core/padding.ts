import type { Reader } from './reader.ts';

/**
 * Reads what fills a part of `length` bytes up to a multiple of four; no field where there is nothing. Many leave it out at the end of
 * a message. @param isRequired where it has to be there
 */
export function readPadding(reader: Reader, length: number, isRequired = false): void {
	const whole = (4 - (length % 4)) % 4;
	const padding = isRequired ? whole : Math.min(whole, reader.left);
	if (padding > 0) reader.data('padding', padding);
}
