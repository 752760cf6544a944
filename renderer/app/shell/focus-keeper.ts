import { useEffect } from 'react';
import { focusOf } from '../state/window/panes.ts';

/**
 * Moves the focus to a neighbour when the focused element is removed: the row of a closed connection, a button after
 * its action. The browser would focus nothing, and the next Tab would start at the top of the window.
 */
export function useFocusKeeper(): void {
	useEffect(() => {
		let element: Element | undefined;
		let pane: Element | undefined;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const onFocus = ({ target }: FocusEvent) => {
			if (!(target instanceof Element)) return;
			element = target;
			pane = target.closest('[data-pane]') ?? pane;
		};
		const check = () => {
			timer = undefined;
			if (element?.isConnected !== false || pane === undefined) return;
			element = undefined;
			if (document.activeElement === document.body) focusOf(pane)?.focus();
		};
		// Closing menus and dialogs restore the focus themselves, some of them a turn later: they have priority.
		const observer = new MutationObserver(() => {
			if (element?.isConnected === false) timer ??= setTimeout(check);
		});
		document.addEventListener('focusin', onFocus);
		observer.observe(document.body, { childList: true, subtree: true });
		return () => {
			clearTimeout(timer);
			observer.disconnect();
			document.removeEventListener('focusin', onFocus);
		};
	}, []);
}
