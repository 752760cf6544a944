import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

/** A fresh folder, removed after the test. */
export function temporaryFolder(): string {
	const path = mkdtempSync(join(tmpdir(), 'wirebench-app-'));
	made.push(path);
	return path;
}

const made: string[] = [];
afterEach(() => {
	for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});
