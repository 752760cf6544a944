import {
	type GeneratorFraming,
	type GeneratorPlan,
	generatorPlanSchema,
} from '../../../common/contract/calls/generator.ts';
import { type Numbering, numberingSchema } from '../../../common/contract/config/numbering.ts';

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

interface Issue {
	readonly path: readonly PropertyKey[];
	readonly message: string;
}

function byField(issues: readonly Issue[]): Record<string, string> {
	return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]));
}

export function numberingOf({ type, text }: NumberingDraft): Judged<Numbering> {
	const parsed = numberingSchema.safeParse(type === 'header' ? { type } : { type, text });
	return parsed.success
		? { value: parsed.data, errors: {} }
		: { value: undefined, errors: { numbering: parsed.error.issues[0]?.message ?? 'That is no text.' } };
}

export function planOf(draft: PlanDraft): Judged<GeneratorPlan> {
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
	if (!parsed.success) return { value: undefined, errors: byField(parsed.error.issues) };
	if (paced && parsed.data.rate === 0) return { value: undefined, errors: { rate: 'A rate is more than 0.' } };
	return { value: parsed.data, errors: {} };
}
