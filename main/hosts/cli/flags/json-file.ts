import type { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { issueText, pathText } from '../../../../common/json/issue-text.ts';
import { nestingFault } from '../../../../common/json/nesting.ts';
import { unknownPaths } from '../../../../common/json/unknown-keys.ts';
import { whereNotJson } from '../../../../common/json/where-not-json.ts';
import { readNamedText } from './named-text.ts';

/** Far more than rules or sequences need. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The JSON in a file or a pipe. Throws a WirebenchError `bad-input` with a sentence that names the file. */
export function readJson(file: string): unknown {
	return parseJson(file, readNamedText(file, MOST_BYTES));
}

/** The JSON in the text of a file. Throws as `readJson`. */
export function parseJson(file: string, text: string): unknown {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new WirebenchError('bad-input', `${file} is not JSON: ${whereNotJson(error, text)}`);
	}
	const nesting = nestingFault(value);
	if (nesting !== undefined) throw new WirebenchError('bad-input', `${file} ${nesting}`);
	return value;
}

/** A value from a file validated with a schema; unknown keys are refused too: a typing error would otherwise be ignored. */
export function checked<S extends z.ZodType>(file: string, schema: S, written: unknown): z.output<S> {
	const parsed = schema.safeParse(written);
	if (!parsed.success) throw new WirebenchError('bad-input', `${file}: ${issueText(parsed.error)}`);
	const [unknown] = unknownPaths(written, parsed.data);
	if (unknown === undefined) return parsed.data;
	throw new WirebenchError('bad-input', `${file}: ${pathText(unknown)}: There is nothing of this name here.`);
}
