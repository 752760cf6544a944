import { createContext, useContext } from 'react';
import type { StepResult } from '../../../common/contract/calls/protocol-tests.ts';

type Path = readonly (string | number)[];

/** What the rows of all steps of one test need. */
export interface StepContext {
	/** The names of the connections, the first one first. */
	readonly connections: readonly string[];
	/** The result of the step at a path; undefined before a run, or after a change. */
	readonly result: (path: Path) => StepResult | undefined;
	/** What is wrong in the step at a path, but not in a step in it. */
	readonly fault: (path: Path) => string | undefined;
	/** Whether another step can be added. */
	readonly mayAdd: boolean;
}

const Context = createContext<StepContext | undefined>(undefined);

export const StepContextProvider = Context.Provider;

export function useStepContext(): StepContext {
	const context = useContext(Context);
	if (context === undefined) throw new Error('Steps are shown in a test.');
	return context;
}
