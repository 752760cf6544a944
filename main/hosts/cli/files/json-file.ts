import type { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { issueFault, pathText } from '../../../../common/json/issue-text.ts';
import { parseJson, whyNotJson } from '../../../../common/json/parse.ts';
import { unknownPaths } from '../../../../common/json/unknown-keys.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { readNamedText } from './named-text.ts';

const words = () => spoken('printing', printing);

/** Far more than rules or sequences need. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The JSON in a file or a pipe. Throws a WirebenchError `bad-input` with a sentence that names the file. */
export function readJson(file: string): unknown {
	return parseNamed(file, readNamedText(file, MOST_BYTES));
}

/** The JSON in the text of a file. Throws as `readJson`. */
export function parseNamed(file: string, text: string): unknown {
	try {
		return parseJson(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new WirebenchError('bad-input', `${file} ${faultText(whyNotJson(error, text))}`);
	}
}

/** A value from a file validated with a schema; unknown keys are refused too: a typing error would otherwise be ignored. */
export function checked<S extends z.ZodType>(file: string, schema: S, written: unknown): z.output<S> {
	const parsed = schema.safeParse(written);
	if (!parsed.success) throw new WirebenchError('bad-input', `${file}: ${faultText(issueFault(parsed.error))}`);
	const [unknown] = unknownPaths(written, parsed.data);
	if (unknown === undefined) return parsed.data;
	throw new WirebenchError('bad-input', words().nothingNamed(file, pathText(unknown)));
}
