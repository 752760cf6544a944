import type { SocketCall } from '../call.ts';
import { spellC } from './c.ts';
import { spellPython } from './python.ts';
import type { Spelled } from './spelled.ts';

export type { Spelled } from './spelled.ts';

/** The languages in which calls are written. */
export const CALL_LANGUAGES = ['python', 'c'] as const;
export type CallLanguage = (typeof CALL_LANGUAGES)[number];

const SPELLINGS: Readonly<Record<CallLanguage, (call: SocketCall) => Spelled>> = { python: spellPython, c: spellC };

/** A call as a line of a program. */
export function spellCall(call: SocketCall, language: CallLanguage): Spelled {
	return SPELLINGS[language](call);
}
