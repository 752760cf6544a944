import {
	type GeneratorFraming,
	type GeneratorPlan,
	generatorPlanSchema,
} from '../../../common/contract/calls/generator.ts';
import { type Numbering, numberingSchema } from '../../../common/contract/config/numbering.ts';
import { issueSays } from '../../../common/json/issue-says.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { faultText } from '../../words/errors.ts';

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

export function numberingOf({ type, text }: NumberingDraft): Judged<Numbering> {
	const parsed = numberingSchema.safeParse(type === 'header' ? { type } : { type, text });
	if (parsed.success) return { value: parsed.data, errors: {} };
	const [first] = parsed.error.issues;
	return { value: undefined, errors: first === undefined ? {} : { numbering: faultText(issueSays(first)) } };
}

export function planOf(draft: PlanDraft, { loadTest }: DialogWords): Judged<GeneratorPlan> {
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
	if (!parsed.success) {
		const errors = parsed.error.issues.map((issue) => [String(issue.path[0]), faultText(issueSays(issue))] as const);
		return { value: undefined, errors: Object.fromEntries(errors) };
	}
	if (paced && parsed.data.rate === 0) return { value: undefined, errors: { rate: loadTest.rateZero } };
	return { value: parsed.data, errors: {} };
}
