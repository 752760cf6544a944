import { create } from 'zustand';
import type { EnvironmentUse } from '../../../../common/contract/base/errors.ts';

interface Question {
	/** What the open file wants to use. */
	readonly uses: readonly EnvironmentUse[];
	/** Why it is asked now: a sentence. */
	readonly why: string;
	readonly answer: (allowed: boolean) => void;
}

/** The question that waits for an answer; undefined: none. */
export const useEnvironmentQuestion = create<{ readonly asked: Question | undefined }>()(() => ({ asked: undefined }));

/** Asks the person; resolves to whether the file may use them. A second question replaces the first, which is then not allowed. */
export function askForEnvironment(why: string, uses: readonly EnvironmentUse[]): Promise<boolean> {
	useEnvironmentQuestion.getState().asked?.answer(false);
	return new Promise((resolve) => {
		const answer = (allowed: boolean): void => {
			useEnvironmentQuestion.setState({ asked: undefined });
			resolve(allowed);
		};
		useEnvironmentQuestion.setState({ asked: { uses, why, answer } });
	});
}
