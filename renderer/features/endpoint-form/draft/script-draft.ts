import { type Script, type ScriptLimits, scriptLimitsSchema } from '../../../../common/contract/config/script.ts';
import { FIRST_SCRIPT } from '../../../../common/script/index.ts';
import { numberOf } from './numbers.ts';

/** Rules or script, while they are edited: the other choice keeps its text. */
export interface ScriptDraft {
	readonly answersBy: 'rules' | 'script';
	readonly script: string;
	/** Numbers as typed. */
	readonly scriptLimits: { readonly [L in keyof ScriptLimits]: string };
}

export function scriptDraft(script: Script | undefined): ScriptDraft {
	const { timeMs, memoryMiB, outputKiB } = script?.limits ?? scriptLimitsSchema.parse({});
	return {
		answersBy: script === undefined ? 'rules' : 'script',
		script: script?.source ?? FIRST_SCRIPT,
		scriptLimits: { timeMs: String(timeMs), memoryMiB: String(memoryMiB), outputKiB: String(outputKiB) },
	};
}

/** The input for the schema. */
export function scriptInput({ script, scriptLimits }: ScriptDraft) {
	const { timeMs, memoryMiB, outputKiB } = scriptLimits;
	const limits = { timeMs: numberOf(timeMs), memoryMiB: numberOf(memoryMiB), outputKiB: numberOf(outputKiB) };
	return { source: script, limits };
}
