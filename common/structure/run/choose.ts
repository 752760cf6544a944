import type { Value } from '../expression/ast.ts';
import type { Part, SwitchBody } from '../program/program.ts';

/** What a switch takes for a value. */
export function chosenCase(value: Value, cases: SwitchBody['cases'], otherwise: Part | undefined): Part | undefined {
	const key = typeof value === 'boolean' ? BigInt(value) : typeof value === 'number' ? wholeOf(value) : value;
	if (key === undefined || key instanceof Uint8Array) return otherwise;
	return cases.find(({ when }) => when.has(key))?.part ?? otherwise;
}

const wholeOf = (value: number): bigint | undefined => (Number.isSafeInteger(value) ? BigInt(value) : undefined);
