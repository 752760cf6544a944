import type { SocketCall } from '../call.ts';
import { spellC } from './c.ts';
import { spellPython } from './python.ts';
import type { Spelled } from './spelled.ts';

export type { Spelled } from './spelled.ts';

/** The languages in which calls are written. */
export const CALL_LANGUAGES = ['python', 'c'] as const;
export type CallLanguage = (typeof CALL_LANGUAGES)[number];

/** Their names, which are the same everywhere. */
export const LANGUAGE_NAMES: Readonly<Record<CallLanguage, string>> = { python: 'Python', c: 'C' };

const SPELLINGS: Readonly<Record<CallLanguage, (call: SocketCall) => Spelled>> = { python: spellPython, c: spellC };

/** A call as a line of a program. */
export function spellCall(call: SocketCall, language: CallLanguage): Spelled {
	return SPELLINGS[language](call);
}
