const FOCUSABLE =
	'button:not(:disabled, [tabindex="-1"]), input:not(:disabled, [tabindex="-1"]), select:not(:disabled, [tabindex="-1"]), textarea:not(:disabled, [tabindex="-1"]), [tabindex="0"]';

/** Where the focus was when a pane was left, so that it comes back to the same place. */
const last = new WeakMap<Element, HTMLElement>();

/** Moves the focus to the next (1) or previous (-1) pane, in the order in which they stand in the page. */
export function focusPane(by: 1 | -1): void {
	const panes = [...document.querySelectorAll('[data-pane]')];
	if (panes.length === 0) return;
	const active = document.activeElement;
	const here = panes.findIndex((pane) => pane.contains(active));
	const from = panes[here];
	if (from !== undefined && active instanceof HTMLElement) last.set(from, active);
	const target = panes[(here === -1 && by === -1 ? 0 : here + by + panes.length) % panes.length];
	if (target === undefined) return;
	const before = last.get(target);
	const first = before?.isConnected ? before : target.querySelector<HTMLElement>(FOCUSABLE);
	first?.focus();
}
