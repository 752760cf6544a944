/** `node .ci/checksums.mjs FOLDER`: writes SHA256SUMS of the packages in it, as `sha256sum --check` reads it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PACKAGE = /\.(AppImage|deb|tar\.gz|dmg|zip|exe)$/;

/** @returns {string} one line a package, sorted by name. Throws where there is none. */
export function checksums(folder) {
	const names = readdirSync(folder).filter((name) => PACKAGE.test(name));
	if (names.length === 0) throw new Error(`There is no package in ${folder}.`);
	return names
		.sort()
		.map(
			(name) =>
				`${createHash('sha256')
					.update(readFileSync(join(folder, name)))
					.digest('hex')}  ${name}\n`,
		)
		.join('');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const folder = process.argv[2] ?? 'release';
	writeFileSync(join(folder, 'SHA256SUMS'), checksums(folder));
}
