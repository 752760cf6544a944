import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { CheckFailure, ENGLISH, type Speech, type Text, textIn } from './speech.ts';

/** The result of a check that ran. A check that throws has failed. */
export type Outcome =
	| { readonly state: 'ok'; readonly detail?: Text }
	/** It cannot be done on this machine or with this runtime; `meaning`: what a person cannot do therefore. */
	| { readonly state: 'unsupported'; readonly meaning: Text };

/** Something that a machine or a runtime may do differently than another, tried for real. */
export interface Check {
	/** Stable name, as in `tls.version.TLSv1.3`; its first part is the group. */
	readonly id: string;
	/** What is tried, in a few words. */
	readonly title: Text;
	run(): Promise<Outcome>;
}

/** The result of a check, as `wirebench doctor --json` prints it. */
export interface Finding {
	readonly check: string;
	readonly title: string;
	readonly state: 'ok' | 'unsupported' | 'failed';
	/** What was found, what an unsupported feature means, or why the check failed. */
	readonly detail?: string;
}

/** Milliseconds that a check may take: each is a few packets on loopback. */
const LIMIT_MS = 20_000;

export const ok = (detail?: Text): Outcome => ({ state: 'ok', ...(detail === undefined ? {} : { detail }) });
export const unsupported = (meaning: Text): Outcome => ({ state: 'unsupported', meaning });

function sentence(error: unknown, speech: Speech): string {
	if (error instanceof CheckFailure) return textIn(error.why, speech);
	if (!(error instanceof Error)) return String(error);
	if (!(error instanceof WirebenchError)) return error.message;
	const message = speech.error(error);
	const code = error.details.tls?.code;
	return code === undefined || message.includes(code) ? message : speech.words.lacking(message, code);
}

/** Rejects when the work takes longer than a check may. */
async function limited<T>(work: Promise<T>, limitMs: number): Promise<T> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new CheckFailure(({ words }) => words.late(limitMs))), limitMs);
	try {
		return await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
	}
}

async function runCheck({ id: check, run, ...tried }: Check, speech: Speech, limitMs: number): Promise<Finding> {
	const title = textIn(tried.title, speech);
	try {
		const outcome = await limited(run(), limitMs);
		const detail = outcome.state === 'ok' ? outcome.detail : outcome.meaning;
		return { check, title, state: outcome.state, ...(detail === undefined ? {} : { detail: textIn(detail, speech) }) };
	} catch (error) {
		return { check, title, state: 'failed', detail: sentence(error, speech) };
	}
}

/** Runs checks one after the other; yields each result as soon as it is known. A check that hangs fails after `limitMs`. */
export async function* runChecks(
	checks: readonly Check[],
	{ speech = ENGLISH, limitMs = LIMIT_MS }: { readonly speech?: Speech; readonly limitMs?: number } = {},
): AsyncGenerator<Finding> {
	for (const check of checks) yield await runCheck(check, speech, limitMs);
}
