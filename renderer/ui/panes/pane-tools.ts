import { createContext, type ReactNode } from 'react';

/** Controls of the pane around it, such as one that folds it: a panel shows them at the end of its first line. */
export const PaneTools = createContext<ReactNode>(null);
