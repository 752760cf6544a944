import type { Page } from '@playwright/test';

/** Clicks and key presses of a person, as the page has received them since. */
export interface Steps {
	readonly clicks: number;
	readonly keys: number;
}

/**
 * Counts what a person does from now on: every click, and every key but those that write text, which a test enters with
 * `keyboard.insertText`. A step too many is counted however the test makes it.
 */
export async function countSteps(page: Page): Promise<() => Promise<Steps>> {
	const counts = await page.evaluateHandle(() => {
		const steps = { clicks: 0, keys: 0 };
		const modifiers = new Set(['Alt', 'Control', 'Shift', 'Meta']);
		window.addEventListener(
			'pointerdown',
			() => {
				steps.clicks += 1;
			},
			true,
		);
		window.addEventListener(
			'keydown',
			({ key }) => {
				if (!modifiers.has(key)) steps.keys += 1;
			},
			true,
		);
		return steps;
	});
	return () => counts.jsonValue();
}
