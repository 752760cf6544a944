const FOCUSABLE =
	'button:not(:disabled, [tabindex="-1"]), input:not(:disabled, [tabindex="-1"]), select:not(:disabled, [tabindex="-1"]), textarea:not(:disabled, [tabindex="-1"]), [tabindex="0"]';

/** Where the focus was when a pane was left, so that it comes back to the same place. */
const last = new WeakMap<Element, HTMLElement>();

/**
 * Moves the focus to the next (1) or previous (-1) pane, in the order in which they stand in the page, past panes in
 * which nothing can have it. It goes to where it was there before, else to what the pane names by `data-pane-focus`.
 */
export function focusPane(by: 1 | -1): void {
	const panes = [...document.querySelectorAll('[data-pane]')];
	const active = document.activeElement;
	const here = panes.findIndex((pane) => pane.contains(active));
	const from = panes[here];
	if (from !== undefined && active instanceof HTMLElement) last.set(from, active);
	const start = here === -1 && by === -1 ? 0 : here;
	for (let step = 1; step <= panes.length; step++) {
		const pane = panes[(start + by * step + panes.length * 2) % panes.length];
		const target = pane === undefined ? null : focusOf(pane);
		if (target === null) continue;
		target.focus();
		return;
	}
}

/** Gives the focus to what a pane names as its own; nothing where there is none of that name. */
export function enterPane(name: string): void {
	document.querySelector<HTMLElement>(`[data-pane="${name}"] [data-pane-focus]`)?.focus();
}

/** What of a pane the focus goes to: where it was before, while that is there, else what the pane names. */
export function focusOf(pane: Element): HTMLElement | null {
	const before = last.get(pane);
	if (before?.isConnected) return before;
	return pane.querySelector<HTMLElement>('[data-pane-focus]') ?? pane.querySelector<HTMLElement>(FOCUSABLE);
}
