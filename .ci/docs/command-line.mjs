/** docs/exit-codes.md and docs/wirebench.1, from the texts of the command line's own help. */
import { load } from './schemas.mjs';
import { row } from './table.mjs';

const { exitCodeTable } = await load('main/hosts/cli/terminal/exit-codes.ts');
const { makeProgram } = await load('main/hosts/cli/program.ts');
const { outlineOf } = await load('main/hosts/cli/about/outline.ts');
const { manPage } = await load('main/hosts/cli/about/man.ts');
const { VERSION } = await load('main/hosts/cli/terminal/version.ts');

const rows = exitCodeTable().map(({ code, meaning, of }) => {
	const single = Object.entries(of).map(([command, text]) => `\`${command}\`: ${text}`);
	return row(String(code), meaning, single.join('<br>'));
});

export const exitCodesText = `${[
	'# Exit codes of the command line',
	'',
	'<!-- Written by `npm run docs` from common/words/en/cli/exit-codes.ts. Change it there. -->',
	'',
	'The same for every command, and a promise to scripts. `wirebench help exit-codes` prints this table.',
	'',
	row('code', 'meaning', 'of single commands'),
	'|---|---|---|',
	...rows,
].join('\n')}\n`;

const program = await makeProgram(['help', '--man'], () => undefined);
export const manText = manPage(outlineOf(program), VERSION);
