import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { ElementContext, RunOptions } from 'axe-core';

/** What axe checks. */
interface Scope {
	/** A selector of an element that must exist; left out: the whole page. */
	readonly within?: string;
	/** Only rules about colours, for a second theme of a fully checked page. */
	readonly coloursOnly?: boolean;
}

/** The smaller build: a document evaluates it once, for all checks of a test. */
const SCRIPT = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

/** axe's violations: the rule, and the elements that break it. */
export async function violations(page: Page, { within, coloursOnly = false }: Scope = {}): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(SCRIPT, 'utf8'));
	const options: RunOptions = {
		resultTypes: ['violations'],
		// Only rules about media and experimental ones use what axe would fetch first.
		preload: false,
		selectors: false,
		...(coloursOnly ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
	};
	const run = async ({ within, options }: { within: string | undefined; options: RunOptions }) => {
		const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
		const context: ElementContext = within ?? document;
		const results = await axe.run(context, options);
		return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
	};
	return page.evaluate(run, { within, options });
}
