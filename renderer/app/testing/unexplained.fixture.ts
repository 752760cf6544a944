/** What a field and its button are in. */
const NAMED = '.ui-check-line, .explained';

/** The names of fields, boxes and choices without a button that explains them. */
export function unexplained(container: Element): string[] {
	return [...container.querySelectorAll('.ui-field, .ui-check, .ui-segmented')]
		.filter((one) => [one, one.closest(NAMED)].every((near) => !near?.querySelector('[data-explains]')))
		.map((one) => one.ariaLabel ?? one.querySelector('label')?.textContent ?? one.textContent ?? '');
}
