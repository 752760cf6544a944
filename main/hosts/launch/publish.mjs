import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @returns {string[]} paths of the files under `folder`, relative to it, with forward slashes */
export function filesUnder(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath ?? entry.path, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		);
}

/** Files with a hash in their name are only referenced by the others, so they are moved first. */
const rank = (file) => (/-[\w-]{8}\.\w+$/.test(file) ? 0 : file.endsWith('.html') ? 2 : 1);

/**
 * Moves a finished build from `fresh` over `target`, file by file, each in one step and referenced ones first, so that
 * a process that starts or runs meanwhile finds every file it needs. Files that belong neither to this build nor to
 * `keep` are removed afterwards.
 * @param {string} fresh
 * @param {string} target
 * @param {readonly string[]} keep files of the previous build, which a running program may still load
 * @returns {string[]} the files of this build
 */
export function publish(fresh, target, keep) {
	const files = filesUnder(fresh).sort((a, b) => rank(a) - rank(b));
	for (const file of files) {
		mkdirSync(dirname(join(target, file)), { recursive: true });
		renameSync(join(fresh, file), join(target, file));
	}
	const wanted = new Set([...files, ...keep]);
	for (const file of filesUnder(target)) if (!wanted.has(file)) rmSync(join(target, file), { force: true });
	return files;
}
