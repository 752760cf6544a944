import { afterEach, expect } from 'vitest';

/** Hears of faults of Wirebench's own, codes that the contract does not declare among them: a test with one fails. */
export function noFaults(): (error: unknown) => void {
	const faults: unknown[] = [];
	afterEach(() => expect(faults.splice(0)).toEqual([]));
	return (error) => void faults.push(error);
}
