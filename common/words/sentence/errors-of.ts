import { type ErrorCode, type ErrorDetails, WirebenchError } from '../../contract/base/errors.ts';
import type { SentenceTable } from './entry.ts';
import { type Rest, saidBy } from './said.ts';

/** Makes an error whose message, and whose hint, are the sentence of this code with these parameters. */
export type MakeError<T extends SentenceTable> = <S extends keyof T & string>(
	code: ErrorCode,
	says: S,
	...rest: Rest<T[S], [details: ErrorDetails]>
) => WirebenchError;

/** Makes the errors whose sentences are in a table of English. A hint in `details` stays where the sentence has none. */
export function errorsOf<T extends SentenceTable>(table: T): MakeError<T> {
	return (code, sentence, ...rest) => {
		const [params, details = {}] = rest;
		const { message, hint, says } = saidBy(table, sentence, params);
		return new WirebenchError(code, message, { ...details, ...(hint === '' ? {} : { hint }), says });
	};
}
