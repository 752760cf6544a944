import {
	type GeneratorFraming,
	type GeneratorPlan,
	generatorPlanSchema,
} from '../../../common/contract/calls/generator.ts';
import { type Numbering, numberingSchema } from '../../../common/contract/config/numbering.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';

/** The numbering of messages, while it is edited: an unused text is kept. */
export interface NumberingDraft {
	readonly type: Numbering['type'];
	readonly text: string;
}

/** A plan while it is edited. */
export interface PlanDraft {
	readonly paced: boolean;
	readonly rate: string;
	/** Empty: unlimited. */
	readonly count: string;
	readonly size: string;
	readonly numbering: NumberingDraft;
	readonly framing: GeneratorFraming;
}

export const FIRST_NUMBERING: NumberingDraft = { type: 'header', text: 'event %d\\n' };

export const FIRST_PLAN: PlanDraft = {
	paced: true,
	rate: '1000',
	count: '10000',
	size: '64',
	numbering: FIRST_NUMBERING,
	framing: 'fixed',
};

interface Judged<T> {
	/** Undefined while there are errors. */
	readonly value: T | undefined;
	/** Sentences by the name of the field. */
	readonly errors: Readonly<Record<string, string>>;
}

function numberOf(text: string): number {
	return /^\d+([.]\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
}

type Faults = DialogWords['loadTest']['faults'];

/** What is wrong with a field, by the bound that its value exceeds. */
function sentenceOf({ code, path, message, minimum, maximum }: Issue, text: Faults): string {
	switch (path.at(-1)) {
		case 'rate':
			return code === 'too_big' ? text.rateMost : text.rate;
		case 'count':
			return text.count;
		case 'size':
			if (code === 'too_small') return text.sizeLeast(Number(minimum));
			return code === 'too_big' ? text.sizeMost(Number(maximum)) : text.size;
		case 'text':
			return code === 'too_big' ? text.textMost(Number(maximum)) : text.text;
		default:
			return message;
	}
}

interface Issue {
	readonly code: string;
	readonly path: readonly PropertyKey[];
	readonly message: string;
	readonly minimum?: number | bigint;
	readonly maximum?: number | bigint;
}

function byField(issues: readonly Issue[], text: Faults): Record<string, string> {
	return Object.fromEntries(issues.map((issue) => [String(issue.path[0]), sentenceOf(issue, text)]));
}

export function numberingOf({ type, text }: NumberingDraft, faults: Faults): Judged<Numbering> {
	const parsed = numberingSchema.safeParse(type === 'header' ? { type } : { type, text });
	if (parsed.success) return { value: parsed.data, errors: {} };
	const [first] = parsed.error.issues;
	return { value: undefined, errors: first === undefined ? {} : { numbering: sentenceOf(first, faults) } };
}

export function planOf(draft: PlanDraft, text: Faults): Judged<GeneratorPlan> {
	const { paced, rate, count, size, numbering, framing } = draft;
	const wanted = {
		rate: paced ? numberOf(rate) : 0,
		count: count.trim() === '' ? 0 : numberOf(count),
		// Unused fields are not validated.
		...(numbering.type === 'header' ? { size: numberOf(size) } : {}),
		numbering: numbering.type === 'header' ? { type: 'header' } : numbering,
		framing,
	};
	const parsed = generatorPlanSchema.safeParse(wanted);
	if (!parsed.success) return { value: undefined, errors: byField(parsed.error.issues, text) };
	if (paced && parsed.data.rate === 0) return { value: undefined, errors: { rate: text.rateZero } };
	return { value: parsed.data, errors: {} };
}
