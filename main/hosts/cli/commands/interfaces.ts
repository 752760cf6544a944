import type { Command } from 'commander';
import type { NetworkInterface } from '../../../../common/contract/calls/interfaces.ts';
import { listInterfaces } from '../../../app/headless.ts';
import { jsonLines } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';

function line({ name, internal, addresses }: NetworkInterface): string {
	const all = addresses.map(
		({ address, broadcast }) => `${address}${broadcast === undefined ? '' : ` (broadcast ${broadcast})`}`,
	);
	return `${name}${internal ? ' (this machine alone)' : ''}: ${all.join(', ')}`;
}

export function addInterfaces(program: Command): void {
	program
		.command('interfaces')
		.summary('list the network interfaces of this machine and their addresses')
		.option('--json', 'print one JSON object a line')
		.action(({ json }: { json?: boolean }) => {
			const all = listInterfaces();
			stdout().lines(json ? jsonLines(all) : all.map(line));
		});
}
