import type { Command } from 'commander';
import type { NetworkInterface } from '../../../../common/contract/calls/system/interfaces.ts';
import { checking } from '../../../../common/words/en/cli/checking.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { listInterfaces } from '../../../app/headless.ts';
import { jsonLines } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('checking', checking).interfaces;
const printingWords = () => spoken('printing', printing);

function line({ name, internal, addresses }: NetworkInterface): string {
	const all = addresses.map(({ address, broadcast }) =>
		broadcast === undefined ? address : words().broadcast(address, broadcast),
	);
	return `${internal ? words().internal(name) : name}: ${all.join(', ')}`;
}

export function addInterfaces(program: Command): void {
	program
		.command('interfaces')
		.summary(words().summary)
		.option('--json', printingWords().json)
		.action(({ json }: { json?: boolean }) => {
			const all = listInterfaces();
			stdout().lines(json ? jsonLines(all) : all.map(line));
		});
}
