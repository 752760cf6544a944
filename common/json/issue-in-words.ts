import type { z } from 'zod';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import type { IssueSentences } from '../contract/base/issue-sentences.ts';
import { issueWords } from '../contract/base/issue-words.ts';
import type { Texts } from '../words/locale/texts.ts';

/** What schemas say, in one language. */
interface InputWords {
	readonly sentences: Texts<typeof INPUT_SENTENCES>;
	readonly issues: IssueSentences;
}

const NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries(INPUT_SENTENCES).map(([name, sentence]) => [sentence, name]),
);

function isName(name: string | undefined): name is keyof typeof INPUT_SENTENCES {
	return name !== undefined && Object.hasOwn(INPUT_SENTENCES, name);
}

/**
 * An issue's sentence in another language; in English where the schema has made it of the value.
 * @param issue of a parse with `reportInput`, without which a missing value cannot be recognised
 */
export function issueInWords(issue: z.core.$ZodIssue, { sentences, issues }: InputWords): string {
	const name = NAMES.get(issue.message);
	if (isName(name)) return sentences[name];
	return issueWords(issue) === issue.message ? issueWords(issue, issues) : issue.message;
}
