import { connect } from 'node:net';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { firstServer } from './support/make.ts';
import { log } from './support/steps.ts';

test('socket calls of a connection and an endpoint lead to events and back, and its TCP states are lit', async ({
	workbench: page,
}) => {
	const { host, port } = await firstServer(page, 'upper-echo');
	const client = connect(port, host);
	client.write('abc');
	await log(page)
		.getByRole('row', { name: /in data .*abc/ })
		.click();
	await page.getByRole('tab', { name: 'Calls' }).click();
	const own = page.getByRole('listbox', { name: /^Calls of connection #/ });
	await expect(own.getByRole('option', { name: "recv(65536) → b'abc'" })).toHaveAttribute('aria-selected', 'true');
	await own.getByRole('option', { name: "send(b'ABC') → 3" }).click();
	await expect(log(page).getByRole('row', { name: /out data .*ABC/ })).toHaveAttribute('aria-selected', 'true');
	await expect(page.getByText(/would wait in conn\d+\.recv\(\) for/)).toBeVisible();

	await page.getByRole('radio', { name: 'Socket', exact: true }).check({ force: true });
	const view = page.getByRole('region', { name: 'Socket' });
	await expect(view.getByRole('option', { name: 's.listen(511)' })).toBeVisible();
	await expect(view.getByText(/would wait in s\.accept\(\) for/)).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await view.getByRole('radio', { name: 'States' }).check({ force: true });
	const picture = (ends: string) => view.getByRole('img', { name: `TCP state diagram: ${ends}.` });
	await expect(picture('our end is in ESTABLISHED, the peer’s in ESTABLISHED')).toBeVisible();
	client.end();
	await view.getByRole('button', { name: /CLOSE-WAIT/ }).click();
	await expect(picture('our end is in CLOSE-WAIT, the peer’s in FIN-WAIT-2')).toBeVisible();
	await view.getByRole('button', { name: /LAST-ACK/ }).click();
	await expect(picture('our end is in CLOSED, the peer’s in TIME-WAIT')).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await view.getByRole('radio', { name: 'Calls' }).check({ force: true });
});
