import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe looks at. */
interface Scope {
	/** A selector of what there has to be; left out: the whole page. */
	readonly within?: string;
	/** Only rules that colours can break, for another theme of what was looked at whole. */
	readonly coloursOnly?: boolean;
}

/** What axe finds wrong: the rule, and the elements that break it. */
export async function violations(page: Page, { within, coloursOnly = false }: Scope = {}): Promise<string[]> {
	// Otherwise axe opens a page to put its findings together, for the sake of frames of other origins. There are none.
	const builder = new AxeBuilder({ page }).setLegacyMode(true);
	if (within !== undefined) builder.include(within);
	if (coloursOnly) builder.withRules(['color-contrast', 'link-in-text-block']);
	const results = await builder.analyze();
	return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
}
