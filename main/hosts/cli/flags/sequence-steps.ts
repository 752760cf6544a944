import { type Command, InvalidArgumentError } from 'commander';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { issueText } from '../../../../common/json/issue-text.ts';
import { encodeWritten } from '../../../../common/payload/index.ts';
import type { PayloadFormat } from '../../../../common/payload/schema.ts';
import { type SequenceStep, sequenceStepSchema } from '../../../../common/protocol-tests/step-schema.ts';
import { TEMPLATE_HELP } from './variables.ts';

/** Steps in the order of their options. */
export class StepList {
	readonly steps: SequenceStep[] = [];
	/** Applies to the expectations that follow. */
	withinMs = 2000;

	/** A step of the contract, without its defaults. */
	add(step: object): this {
		const parsed = sequenceStepSchema.safeParse(step);
		if (!parsed.success) throw new InvalidArgumentError(issueText(parsed.error, () => ''));
		this.steps.push(parsed.data);
		return this;
	}
}

function written(format: PayloadFormat, text: string): { format: PayloadFormat; text: string } {
	const result = encodeWritten({ format, text });
	if (!result.ok) throw new InvalidArgumentError(`At character ${result.position + 1}: ${result.message}`);
	return { format, text };
}

function milliseconds(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(`It is a whole number of milliseconds, at most ${LIMITS.delayMs}.`);
}

/** Adds an option for each kind of step. Commander calls them in command-line order. */
export function addStepOptions(command: Command, list: StepList): Command {
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
		.option('--send <text>', 'send TEXT, with escapes as in "exit\\r\\n"', send('escaped'))
		.option('--send-hex <hex>', 'send bytes in hexadecimal', send('hex'))
		.option('--send-template <text>', `send TEXT with escapes, which ${TEMPLATE_HELP}`, sendTemplate)
		.option('--expect <text>', 'exactly these bytes come next, with escapes', expectBytes('bytes', 'escaped'))
		.option('--expect-hex <hex>', 'the same in hexadecimal', expectBytes('bytes', 'hex'))
		.option(
			'--expect-template <text>',
			'the same as a template: its counters, time and random bytes are those of the last message sent',
			expectTemplate,
		)
		.option(
			'--expect-contains <text>',
			'the received data contains TEXT, with escapes',
			expectBytes('contains', 'escaped'),
		)
		.option('--expect-regex <pattern>', 'the received data matches a regular expression (RE2)', expectRegex)
		.option('--within <ms>', 'for the expectations that follow (default 2000)', within)
		.option('--expect-end', 'the peer ends its sending side, and nothing comes before')
		.on('option:expect-end', () => list.steps.push({ type: 'expect-end', withinMs: list.withinMs }))
		.option('--wait <ms>', 'wait', (text) => list.add({ type: 'wait', ms: milliseconds(text) }))
		.option('--end', 'end our sending side (FIN), and go on reading')
		.on('option:end', bare('end'))
		.option('--close', 'close the connection')
		.on('option:close', bare('close'))
		.option('--reset', 'reset the connection (RST)')
		.on('option:reset', bare('reset'));
}
