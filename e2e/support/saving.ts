import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { App } from './launch.ts';

/** A file that was saved. */
interface Saved {
	readonly path: string;
	/** The name that was offered; undefined where a dialog of the system asks. */
	readonly name: string | undefined;
}

/** Does what saves a file, wherever the host saves it: a download, or `path` chosen in the system's dialog. */
export async function saving({ page, system }: App, path: string, act: () => Promise<void>): Promise<Saved> {
	if (system === undefined) {
		const downloads = page.waitForEvent('download');
		await act();
		const download = await downloads;
		return { path: await download.path(), name: download.suggestedFilename() };
	}
	await system.chooseFile(path);
	await act();
	// It is there when it is complete.
	await expect.poll(() => existsSync(path)).toBe(true);
	return { path, name: undefined };
}
