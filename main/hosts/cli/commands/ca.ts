import type { Command } from 'commander';
import { checking } from '../../../../common/words/en/cli/checking.ts';
import { authorityOf } from '../../../app/folders/authority.ts';
import { defaultDataFolder } from '../../../app/folders/data-folder.ts';
import { writeTextFile } from '../output/text-file.ts';
import { say, stdout } from '../terminal/console.ts';
import { gapAfter, spoken } from '../terminal/language.ts';

const words = () => spoken('checking', checking).ca;

interface CaOptions {
	readonly export?: string;
	readonly data?: string;
}

/** Prints or writes the certificate of Wirebench's authority; its key never leaves its file. */
async function exportAuthority({ export: path, data = defaultDataFolder() }: CaOptions): Promise<void> {
	const authority = authorityOf(data);
	const pem = await authority.certificate();
	if (path === undefined) stdout().lines(pem.trimEnd().split('\n'));
	else await writeTextFile(path, pem.endsWith('\n') ? pem : `${pem}\n`, { replace: true });
	const written = path === undefined ? '' : words().written(path);
	say(written === '' ? words().how : `${written}${gapAfter(written)}${words().how}`);
	if (authority.file !== undefined) say(words().kept(authority.file));
}

export function addCa(program: Command): void {
	program
		.command('ca')
		.summary(words().summary)
		.description(words().description)
		.option('--export <file>', words().export)
		.option('--data <dir>', words().data)
		.action(exportAuthority);
}
