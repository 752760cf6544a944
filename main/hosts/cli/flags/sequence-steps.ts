import { type Command, InvalidArgumentError } from 'commander';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { issueFault } from '../../../../common/json/issue-text.ts';
import { encodeWritten } from '../../../../common/payload/index.ts';
import type { PayloadFormat } from '../../../../common/payload/schema.ts';
import { type SequenceStep, sequenceStepSchema } from '../../../../common/protocol-tests/step-schema.ts';
import { testing } from '../../../../common/words/en/cli/testing.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { faultText, spoken } from '../terminal/language.ts';

const words = () => spoken('testing', testing).steps;
const valuesWords = () => spoken('values', values);

/** Steps in the order of their options. */
export class StepList {
	readonly steps: SequenceStep[] = [];
	/** Applies to the expectations that follow. */
	withinMs = 2000;

	/** A step of the contract, without its defaults. */
	add(step: object): this {
		const parsed = sequenceStepSchema.safeParse(step);
		if (!parsed.success) throw new InvalidArgumentError(faultText(issueFault(parsed.error, () => '')));
		this.steps.push(parsed.data);
		return this;
	}
}

function written(format: PayloadFormat, text: string): { format: PayloadFormat; text: string } {
	const result = encodeWritten({ format, text });
	if (!result.ok) throw new InvalidArgumentError(valuesWords().atCharacter(result.position + 1, faultText(result)));
	return { format, text };
}

function milliseconds(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(valuesWords().milliseconds(LIMITS.delayMs));
}

/** Adds an option for each kind of step. Commander calls them in command-line order. */
export function addStepOptions(command: Command, list: StepList): Command {
	const texts = words();
	const sendTemplate = (text: string) =>
		list.add({ type: 'send', payload: { format: 'escaped', text }, template: true });
	const expectTemplate = (text: string) =>
		list.add({
			type: 'expect',
			expectation: { type: 'bytes', pattern: { format: 'escaped', text } },
			withinMs: list.withinMs,
			template: true,
		});
	const send = (format: PayloadFormat) => (text: string) => list.add({ type: 'send', payload: written(format, text) });
	const expectBytes = (type: 'bytes' | 'contains', format: PayloadFormat) => (text: string) =>
		list.add({
			type: 'expect',
			expectation: { type, pattern: written(format, text) },
			withinMs: list.withinMs,
		});
	const expectRegex = (pattern: string) =>
		list.add({ type: 'expect', expectation: { type: 'regex', pattern }, withinMs: list.withinMs });
	const within = (text: string): StepList => {
		list.withinMs = Math.max(1, milliseconds(text));
		return list;
	};
	const bare = (type: 'end' | 'close' | 'reset') => () => list.steps.push({ type });
	return command
		.option('--send <text>', texts.send, send('escaped'))
		.option('--send-hex <hex>', texts.sendHex, send('hex'))
		.option('--send-template <text>', texts.sendTemplate, sendTemplate)
		.option('--expect <text>', texts.expect, expectBytes('bytes', 'escaped'))
		.option('--expect-hex <hex>', texts.expectHex, expectBytes('bytes', 'hex'))
		.option('--expect-template <text>', texts.expectTemplate, expectTemplate)
		.option('--expect-contains <text>', texts.expectContains, expectBytes('contains', 'escaped'))
		.option('--expect-regex <pattern>', texts.expectRegex, expectRegex)
		.option('--within <ms>', texts.within, within)
		.option('--expect-end', texts.expectEnd)
		.on('option:expect-end', () => list.steps.push({ type: 'expect-end', withinMs: list.withinMs }))
		.option('--wait <ms>', texts.wait, (text) => list.add({ type: 'wait', ms: milliseconds(text) }))
		.option('--end', texts.end)
		.on('option:end', bare('end'))
		.option('--close', texts.close)
		.on('option:close', bare('close'))
		.option('--reset', texts.reset)
		.on('option:reset', bare('reset'));
}
