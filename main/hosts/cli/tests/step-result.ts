import type { StepResult } from '../../../../common/contract/calls/protocol-tests.ts';
import { toHex } from '../../../../common/payload/index.ts';
import { differenceLines } from '../../../../common/protocol-tests/index.ts';
import { testing } from '../../../../common/words/en/cli/testing.ts';
import { testDifference } from '../../../../common/words/en/dialogs/test-difference.ts';
import { cellsOf, padCells } from '../../../../common/words/locale/cells.ts';
import { eventText, spoken } from '../terminal/language.ts';

const words = () => spoken('testing', testing);

/** The result of a step as JSON: its bytes are in hexadecimal. */
export function stepData({ difference, says: _says, ...result }: StepResult): object {
	const bytes = difference && { ...difference, expected: toHex(difference.expected), got: toHex(difference.got) };
	return { ...result, ...(bytes && { difference: bytes }) };
}

/** Whether something has passed, as the first column of a line. */
export function resultColumn(passed: boolean): string {
	const { ok, failed } = words();
	const [width, written] = [Math.max(cellsOf(ok), cellsOf(failed)), passed ? ok : failed];
	return padCells(written, width);
}

/** Why a step failed: its sentence, then the difference. */
export function reasonLines({ message, says, difference }: StepResult): string[] {
	const beside = difference === undefined ? [] : differenceLines(difference, spoken('testDifference', testDifference));
	return [...(message === undefined ? [] : [eventText(message, says)]), ...beside];
}
