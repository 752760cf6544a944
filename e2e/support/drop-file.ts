import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import type { Host } from './fixtures.ts';

/** Drops what `files` holds onto the window, as the system would. */
function drop(input: HTMLInputElement): void {
	const dataTransfer = new DataTransfer();
	for (const file of input.files ?? []) dataTransfer.items.add(file);
	for (const type of ['dragover', 'drop']) {
		document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
	}
	input.remove();
}

/**
 * Drops a file of this machine onto the window. It comes from an input, through which Chromium knows its path, as
 * Electron's `webUtils.getPathForFile` reports it. A page of plain Chromium has no such call: the double gets the path.
 */
export async function dropFile(page: Page, host: Host, path: string): Promise<void> {
	const name = basename(path);
	if (host === 'electron-double') {
		await page.evaluate(
			(paths) => {
				document.documentElement.dataset.filesOnDisk = paths;
			},
			JSON.stringify({ [name]: path }),
		);
	}
	const input = await page.evaluateHandle(() => {
		const created = Object.assign(document.createElement('input'), { type: 'file', hidden: true });
		document.body.append(created);
		return created;
	});
	// A page of another machine gets the bytes.
	await input.setInputFiles(host === 'browser' ? { name, mimeType: '', buffer: await readFile(path) } : path);
	await input.evaluate(drop);
}
