import { afterEach, expect } from 'vitest';

/** Receives Wirebench's own faults, undeclared error codes included: a test with one fails. */
export function noFaults(): (error: unknown) => void {
	const faults: unknown[] = [];
	afterEach(() => expect(faults.splice(0)).toEqual([]));
	return (error) => void faults.push(error);
}
