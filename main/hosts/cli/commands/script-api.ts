import type { Command } from 'commander';
import { SCRIPT_DECLARATIONS } from '../../../../common/script/index.ts';
import { stdout } from '../terminal/console.ts';

export function addScriptApi(program: Command): void {
	program
		.command('script-api')
		.summary('print what a script of --script can use, as TypeScript declarations')
		.action(() => {
			stdout().bytes(Buffer.from(SCRIPT_DECLARATIONS));
		});
}
