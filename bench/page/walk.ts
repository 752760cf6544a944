import type { RunningPage } from './page.ts';

const FILTERS = ['kind:data', 'len>=65', 'endpoint:tcp dir:in', 'S00000001'];
const WHEEL = -3000;

/** What a person does with the window, over and over: filters, scrolls, and follows again. */
export async function walk({ page }: RunningPage, turn: number): Promise<void> {
	const filter = page.getByRole('combobox', { name: 'Filter', exact: true });
	await filter.fill(FILTERS[turn % FILTERS.length] ?? '');
	await filter.press('Enter');
	const place = await page.getByRole('grid', { name: 'Traffic log' }).boundingBox();
	if (place === null) throw new Error('The window shows no log.');
	await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
	for (let i = 0; i < 5; i += 1) await page.mouse.wheel(0, WHEEL);
	await page.getByRole('button', { name: 'Clear the filter' }).last().click();
	const follow = page.getByRole('button', { name: 'Follow new rows' });
	if ((await follow.getAttribute('aria-pressed')) === 'false') await follow.click();
}
