import { INPUT_SENTENCES } from '../../../contract/base/input-sentences.ts';
import { ISSUE_SENTENCES } from '../../../contract/base/issue-sentences.ts';

/** What schemas say of wrong input: in English their own sentences. */
export const wrongInput = {
	/** Sentences that a schema has for its own values. */
	sentences: INPUT_SENTENCES,
	/** Sentences for what any schema can find. */
	issues: ISSUE_SENTENCES,
};
