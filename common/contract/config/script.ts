import { z } from 'zod';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';

/** Limits of one script. */
export const scriptLimitsSchema = z.object({
	/** Milliseconds of computing in one call of the script. */
	timeMs: z.number().int().min(1).max(LIMITS.scriptTimeMs).default(1000),
	/** MiB of all of its objects together. */
	memoryMiB: z.number().int().min(1).max(LIMITS.scriptMemoryMiB).default(32),
	/** KiB that one call sends and logs. */
	outputKiB: z.number().int().min(1).max(LIMITS.scriptOutputKiB).default(4096),
});
export type ScriptLimits = z.infer<typeof scriptLimitsSchema>;

/** JavaScript that answers; `common/script` declares its API. */
export const scriptSchema = z.object({
	/** The program. */
	source: z.string().min(1, INPUT_SENTENCES.script).max(LIMITS.scriptChars, INPUT_SENTENCES.scriptLong),
	limits: scriptLimitsSchema.default({ timeMs: 1000, memoryMiB: 32, outputKiB: 4096 }),
});
export type Script = z.infer<typeof scriptSchema>;

/** An error in a script, and its place where that is known: line and column count from 1. */
export const scriptFaultSchema = z.object({
	message: z.string(),
	line: z.number().int().min(1).optional(),
	column: z.number().int().min(1).optional(),
});
export type ScriptFault = z.infer<typeof scriptFaultSchema>;
