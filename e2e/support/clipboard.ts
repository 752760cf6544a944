import type { Page } from '@playwright/test';

/** What the page has copied last. Only the test reads it: it gives the permission back. */
export async function copied(page: Page): Promise<string> {
	const { origin } = new URL(page.url());
	const context = page.context();
	const grant = (permissions: readonly string[]) => context.grantPermissions([...permissions], { origin });
	await grant(['clipboard-read', 'clipboard-write']);
	const text = await page.evaluate(() => navigator.clipboard.readText());
	await grant(['clipboard-write']);
	return text;
}
