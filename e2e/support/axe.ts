import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe checks. */
interface Scope {
	/** A selector of an element that must exist; left out: the whole page. */
	readonly within?: string;
	/** Only rules about colours, for a second theme of a fully checked page. */
	readonly coloursOnly?: boolean;
}

/** axe's violations: the rule, and the elements that break it. */
export async function violations(page: Page, { within, coloursOnly = false }: Scope = {}): Promise<string[]> {
	// Otherwise axe opens a page to combine its findings, for frames of other origins. There are none.
	const builder = new AxeBuilder({ page }).setLegacyMode(true);
	if (within !== undefined) builder.include(within);
	if (coloursOnly) builder.withRules(['color-contrast', 'link-in-text-block']);
	const results = await builder.analyze();
	return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
}
