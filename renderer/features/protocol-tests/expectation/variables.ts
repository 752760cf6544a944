import { createContext, useContext } from 'react';

const Context = createContext<ReadonlySet<string>>(new Set());

/** The names that `var` has in the steps of a test: of the workspace, of the test, and those that its expectations capture. */
export const VariablesProvider = Context.Provider;

export function useTestVariables(): ReadonlySet<string> {
	return useContext(Context);
}
