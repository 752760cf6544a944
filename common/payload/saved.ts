import { z } from 'zod';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { type Fault, issueOf, issueSays, said } from '../json/issue-says.ts';
import { CHARSETS, CHECKSUMS, LINE_ENDINGS, PAYLOAD_FORMATS } from './schema.ts';

/** The digit of a payload's key, which is Alt and this digit. */
const shortcut = z.number().int().min(1).max(9);

/** The name of a folder of payloads or endpoints. */
export const folderSchema = z.string().trim().min(1, INPUT_SENTENCES.folderName).max(LIMITS.nameChars);

/** Bytes to send under a name. */
export const savedPayloadSchema = z.object({
	name: z.string().trim().min(1, INPUT_SENTENCES.name).max(LIMITS.nameChars),
	/** The heading it is listed under. */
	folder: folderSchema.optional(),
	format: z.enum(PAYLOAD_FORMATS),
	text: z.string().max(LIMITS.templateChars),
	/** Of text and escaped text. */
	charset: z.enum(CHARSETS).default('utf-8'),
	lineEnding: z.enum(LINE_ENDINGS).default('none'),
	/** Appended in front of the line end. More of them, or elsewhere, are written in the text. */
	checksums: z
		.array(z.enum(CHECKSUMS).exclude(['none']))
		.max(1, INPUT_SENTENCES.oneChecksum)
		.default([]),
	/** Whether `{{…}}` in the text is filled in (docs/templates.md) or sent as it stands. */
	template: z.boolean().default(true),
	shortcut: shortcut.optional(),
});

export type SavedPayload = z.infer<typeof savedPayloadSchema>;

/** Each name is used once in its folder. */
export function checkNames(
	list: readonly { readonly name: string; readonly folder?: string | undefined }[],
	context: z.RefinementCtx,
): void {
	const names = new Set<string>();
	for (const [at, { name, folder }] of list.entries()) {
		const place = JSON.stringify([folder, name]);
		if (names.has(place)) {
			const twice = folder === undefined ? said('nameTwice', { name }) : said('nameTwiceIn', { name, folder });
			context.addIssue(issueOf(twice, [at, 'name']));
		}
		names.add(place);
	}
}

/** In the order in which they are shown. */
export const savedPayloadsSchema = z
	.array(savedPayloadSchema)
	.max(LIMITS.savedPayloads)
	.superRefine((list, context) => {
		checkNames(list, context);
		const shortcuts = new Set<number>();
		for (const [at, { shortcut: digit }] of list.entries()) {
			if (digit !== undefined && shortcuts.has(digit)) {
				context.addIssue(issueOf(said('shortcutTwice', { digit }), [at, 'shortcut']));
			}
			if (digit !== undefined) shortcuts.add(digit);
		}
	});

export const variableNameSchema = z.string().regex(/^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u, INPUT_SENTENCES.variableName);

/** What is wrong with the name of a variable. */
export function variableNameFault(name: string): Fault | undefined {
	const [issue] = variableNameSchema.safeParse(name).error?.issues ?? [];
	return issue && issueSays(issue);
}

/** Values for `{{var NAME}}`, by name. */
export const variablesSchema = z
	.record(variableNameSchema, z.string().max(LIMITS.variableChars))
	.refine((all) => Object.keys(all).length <= LIMITS.variables, INPUT_SENTENCES.variables);
export type Variables = z.infer<typeof variablesSchema>;
