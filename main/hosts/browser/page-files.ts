import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Language } from '../../../common/words/locale/language.ts';
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
 * @param language that the page has until a person chooses one; left out: that of the browser
 */
export function loadPageFiles(folder: string, language?: Language): ReadonlyMap<string, PageFile> {
	const files = new Map<string, PageFile>();
	for (const name of filesIn(folder)) {
		const path = `/${name.split(sep).join('/')}`;
		files.set(path, { content: readFileSync(join(folder, name)), type: mimeType(name) });
	}
	const built = files.get('/index.html');
	if (built === undefined) throw notBuilt(folder);
	const index = language === undefined ? built : { ...built, content: inLanguage(built.content, language) };
	for (const path of ['/', '/index.html']) files.set(path, index);
	return files;
}

/** The document with the language where the page looks for it (renderer/app/state/window/language.ts). */
function inLanguage(index: Buffer, language: Language): Buffer {
	return Buffer.from(
		index.toString('utf8').replace(/<html\b[^>]*>/, `<html lang="${language}" data-language="${language}">`),
	);
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
