import { useEffect } from 'react';
import { focusOf } from '../state/window/panes.ts';

/**
 * Keeps the keyboard where it was when what had the focus goes away: a row whose connection has closed, a button that
 * did its work. The browser would leave the focus on nothing, and the next Tab would begin at the top of the window.
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
		// Menus and dialogs that close give the focus back themselves, some of them a turn later: they come first.
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
