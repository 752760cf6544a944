import { titleOf } from '../../../../common/workspace/named.ts';
import { failureLines, type TestOutcome } from './outcome.ts';

/** The first lines of a report in the Test Anything Protocol, version 13. */
export function tapHead(count: number): string[] {
	return ['TAP version 13', `1..${count}`];
}

/** The lines of one test; `number` from 1. Why it failed is in comments, which every reader shows. */
export function tapLines(number: number, outcome: TestOutcome): string[] {
	const name = titleOf(outcome.test).replaceAll('\\', '\\\\').replaceAll('#', '\\#').replaceAll(/\s+/g, ' ');
	if (outcome.status === 'skipped') return [`not ok ${number} - ${name}`, '# stopped'];
	if (outcome.status === 'passed') return [`ok ${number} - ${name}`];
	return [`not ok ${number} - ${name}`, ...failureLines(outcome).map((line) => `# ${line}`)];
}
