import { createContext, useContext } from 'react';

/**
 * The container of menus and tooltips. A modal <dialog> is in the browser's top layer, above the body, so its popups
 * must be inside it.
 */
export const OverlayContainer = createContext<HTMLElement | null>(null);

export function useOverlayContainer(): HTMLElement | null {
	return useContext(OverlayContainer);
}
