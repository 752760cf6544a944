import { useMemo } from 'react';
import { useDialogWords } from '../../../words/dialogs.ts';

/**
 * What is found about a draft: again when the draft changes, or the language that its sentences are made in.
 * @param judge the same function each time
 */
export function useJudged<Draft, Judged>(draft: Draft, judge: (draft: Draft) => Judged): Judged {
	const words = useDialogWords();
	return useMemo(() => {
		void words;
		return judge(draft);
	}, [words, draft, judge]);
}
