import { type ErrorCode, type ErrorDetails, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { SentenceParams } from '../../../common/contract/base/sentence.ts';
import { engineErrors } from '../../../common/words/en/engine-errors.ts';

type Sentences = typeof engineErrors;
type Params<S extends keyof Sentences> =
	Parameters<Sentences[S]['message']> extends [infer P] ? P & SentenceParams : Record<string, never>;

/** An error by the code of its sentence, which can then be put into words of other languages. */
export function saidError<S extends keyof Sentences>(
	code: ErrorCode,
	says: S,
	params: Params<S>,
	details: ErrorDetails = {},
): WirebenchError {
	const sentence: { message(params: object): string; hint(params: object): string } = engineErrors[says];
	const hint = sentence.hint(params);
	return new WirebenchError(code, sentence.message(params), {
		...details,
		...(hint === '' ? {} : { hint }),
		says: { code: says, params },
	});
}
