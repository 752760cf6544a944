import { type ComponentType, createContext, useContext } from 'react';
import type { StepResult } from '../../../common/contract/calls/protocol-tests.ts';
import type { SequenceStep } from '../../../common/protocol-tests/step-schema.ts';

type Path = readonly (string | number)[];

export interface StepListProps {
	readonly label: string;
	readonly steps: readonly SequenceStep[];
	/** Where the list is in the test. */
	readonly path: Path;
	/** Before the numbers of its steps, as in `3.`. */
	readonly prefix: string;
	readonly depth: number;
	readonly onChange: (steps: SequenceStep[]) => void;
}

/** What the rows of all steps of one test need. */
export interface StepContext {
	/** The names of the connections, the first one first. */
	readonly connections: readonly string[];
	/** The result of the step at a path; undefined before a run, or after a change. */
	readonly result: (path: Path) => StepResult | undefined;
	/** What is wrong in the step at a path, but not in a step in it. */
	readonly fault: (path: Path) => string | undefined;
	/** What is wrong at a path, or in something there. */
	readonly faultIn: (path: Path) => string | undefined;
	/** Whether another step can be added. */
	readonly mayAdd: boolean;
	/** Shows the steps in a step: a list has rows, and a row has lists. */
	readonly Steps: ComponentType<StepListProps>;
}

const Context = createContext<StepContext | undefined>(undefined);

export const StepContextProvider = Context.Provider;

export function useStepContext(): StepContext {
	const context = useContext(Context);
	if (context === undefined) throw new Error('Steps are shown in a test.');
	return context;
}
