import { createContext, useContext } from 'react';

/**
 * Where menus and tooltips are put. A modal <dialog> lies in the browser's top layer, above all of the body, so
 * what opens from inside it has to live inside it too.
 */
export const OverlayContainer = createContext<HTMLElement | null>(null);

export function useOverlayContainer(): HTMLElement | null {
	return useContext(OverlayContainer);
}
