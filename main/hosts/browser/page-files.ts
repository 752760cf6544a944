import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { mimeType } from '../../app/mime.ts';
import { isMissing } from '../../files/index.ts';

export interface PageFile {
	readonly content: Buffer;
	readonly type: string;
}

/**
 * The built renderer by URL path, all in memory: a build that replaces the folder while we run neither mixes two
 * versions in one page nor removes a file that is being read. A path maps to a file or nothing; there is no folder to
 * escape from. Throws a WirebenchError `unavailable` when nothing was built.
 */
export function loadPageFiles(folder: string): ReadonlyMap<string, PageFile> {
	const files = new Map<string, PageFile>();
	for (const name of filesIn(folder)) {
		const path = `/${name.split(sep).join('/')}`;
		files.set(path, { content: readFileSync(join(folder, name)), type: mimeType(name) });
	}
	const index = files.get('/index.html');
	if (index === undefined) throw notBuilt(folder);
	files.set('/', index);
	return files;
}

function filesIn(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length));
	} catch (error) {
		if (isMissing(error)) throw notBuilt(folder);
		throw error;
	}
}

function notBuilt(folder: string): WirebenchError {
	return new WirebenchError('unavailable', `There is no built page in ${folder}.`, { hint: 'Run "npm run build".' });
}
