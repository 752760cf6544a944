import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { checking } from '../../../../common/words/en/cli/checking.ts';
import { manPage } from '../about/man.ts';
import { outlineOf } from '../about/outline.ts';
import { stdout } from '../terminal/console.ts';
import { exitCodeLines } from '../terminal/exit-codes.ts';
import { spoken } from '../terminal/language.ts';
import { VERSION } from '../terminal/version.ts';

const words = () => spoken('checking', checking).help;

/** What "help" explains besides commands. */
const TOPICS: Readonly<Record<string, () => readonly string[]>> = { 'exit-codes': exitCodeLines };

/** The command that these words name. Throws `bad-input` where there is none. */
function named(program: Command, path: readonly string[]): Command {
	return path.reduce((command, word) => {
		const found = command.commands.find((one) => one.name() === word);
		if (found !== undefined) return found;
		const topics = Object.keys(TOPICS).join(', ');
		throw new WirebenchError('bad-input', words().unknown(path.join(' '), topics));
	}, program);
}

/** Replaces commander's own command, which has neither topics nor a man page. */
export function addHelp(program: Command): void {
	program
		.command('help')
		.summary(words().summary)
		.description(words().description)
		.argument('[words...]', words().words)
		.option('--man', words().man)
		.action((path: string[], { man }: { man?: boolean }) => {
			const topic = path.length === 1 ? TOPICS[path[0] ?? ''] : undefined;
			if (man) stdout().bytes(Buffer.from(manPage(outlineOf(program), VERSION)));
			else if (topic !== undefined) stdout().lines(topic());
			else named(program, path).outputHelp();
		});
}
