import { createContext } from 'react';

/** Opens the help about a dialog; undefined where there is none. */
export const DialogHelp = createContext<(() => void) | undefined>(undefined);
