import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Folders that tools install, build or write. */
const MADE = new Set(['node_modules', '.git', 'dist', 'release', 'test-results', 'playwright-report']);

/** Every file of the repository, as paths from the root with forward slashes. Not from Git: an archive has none. */
export function repositoryFiles(folder = '.') {
	return readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => !MADE.has(name))
		.flatMap((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? repositoryFiles(path) : [path.split(sep).join('/')];
		});
}
