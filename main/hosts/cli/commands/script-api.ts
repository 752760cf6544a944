import type { Command } from 'commander';
import { SCRIPT_DECLARATIONS } from '../../../../common/script/index.ts';
import { checking } from '../../../../common/words/en/cli/checking.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('checking', checking);

export function addScriptApi(program: Command): void {
	program
		.command('script-api')
		.summary(words().scriptApi)
		.action(() => {
			stdout().bytes(Buffer.from(SCRIPT_DECLARATIONS));
		});
}
