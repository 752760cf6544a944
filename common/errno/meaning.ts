import type { Check, ErrorCode } from '../contract/base/errors.ts';
import type { Sentence, SentenceParams } from '../contract/base/sentence.ts';
import { systemErrors } from '../words/en/sentences/system.ts';
import type { Asked } from '../words/sentence/asked.ts';

export type { Asked, Verb } from '../words/sentence/asked.ts';

/** The code of a sentence about an error of the system. */
type SystemSentence = keyof typeof systemErrors;

/** What an error of the system means for a person. */
export interface Meaning {
	readonly code: ErrorCode;
	/** The sentence's own code: words in other languages are found by it. */
	readonly says: SystemSentence;
	/** Parameters of the sentence beside what was asked. */
	readonly params: SentenceParams;
	sentence(asked: Asked): string;
	/** What to check next. */
	hint(asked: Asked): string;
	/** What Wirebench can check, the most useful first. */
	readonly checks: readonly Check[];
}

export function meaning(code: ErrorCode, says: Exclude<SystemSentence, 'elsewhere'>, ...checks: Check[]): Meaning {
	const { message, hint } = systemErrors[says];
	return { code, says, params: {}, sentence: message, hint, checks };
}

/** The meaning of an error that sockets do not report. `subject`: what it is about. */
export function elsewhereMeaning(errno: string, subject: string): Meaning {
	const { message, hint } = systemErrors.elsewhere;
	return {
		code: 'internal',
		says: 'elsewhere',
		params: { errno, subject },
		sentence: (asked) => message({ ...asked, errno, subject }),
		hint,
		checks: [],
	};
}

/** The sentence of a meaning as code and parameters. */
export function saidBy({ says, params }: Meaning, { verb, target, path }: Asked): Sentence {
	return { code: says, params: { verb, target, ...(path === undefined ? {} : { path }), ...params } };
}
