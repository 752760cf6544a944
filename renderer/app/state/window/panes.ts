const FOCUSABLE =
	'button:not(:disabled, [tabindex="-1"]), input:not(:disabled, [tabindex="-1"]), select:not(:disabled, [tabindex="-1"]), textarea:not(:disabled, [tabindex="-1"]), [tabindex="0"]';

/** The last focused element of each pane, to return to it. */
const last = new WeakMap<Element, HTMLElement>();

/**
 * Moves the focus to the next (1) or previous (-1) pane, in page order; panes without a focusable element are skipped.
 * It returns to the last focused element there, else to the one with `data-pane-focus`.
 */
export function focusPane(by: 1 | -1): void {
	const panes = [...document.querySelectorAll('[data-pane]')].filter((pane) => pane.checkVisibility());
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

/** The focus target of a pane: its last focused element while it exists, else the marked one. */
export function focusOf(pane: Element): HTMLElement | null {
	const before = last.get(pane);
	if (before?.checkVisibility()) return before;
	return pane.querySelector<HTMLElement>('[data-pane-focus]') ?? pane.querySelector<HTMLElement>(FOCUSABLE);
}
