import type { StepResult } from '../../../../common/contract/calls/protocol-tests.ts';
import { toHex } from '../../../../common/payload/index.ts';
import { differenceLines } from '../../../../common/protocol-tests/index.ts';

/** The result of a step as JSON: its bytes are in hexadecimal. */
export function stepData({ difference, ...result }: StepResult): object {
	const bytes = difference && { ...difference, expected: toHex(difference.expected), got: toHex(difference.got) };
	return { ...result, ...(bytes && { difference: bytes }) };
}

/** Why a step failed: its sentence, then the difference. */
export function reasonLines({ message, difference }: StepResult): string[] {
	return [...(message === undefined ? [] : [message]), ...(difference ? differenceLines(difference) : [])];
}
