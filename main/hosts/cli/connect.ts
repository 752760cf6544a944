import type { Command } from 'commander';
import { WirebenchError } from '../../../common/contract/errors.ts';
import { endpointConfig } from './endpoint-config.ts';
import { addRunOptions, type RunOptions, runEndpoint } from './run-endpoint.ts';
import { parseSocketUrl } from './url.ts';

/** Runs until the connection has closed, it is asked to stop, or stdout's reader goes away; gives the exit code. */
async function connect(target: string, options: RunOptions): Promise<number> {
	const url = parseSocketUrl(target, 1);
	if (url.protocol === 'udp') {
		throw new WirebenchError('bad-input', 'UDP has no connections: use "wirebench send udp://HOST:PORT TEXT".');
	}
	return runEndpoint(endpointConfig('tcp-client', url, options), options, () => undefined);
}

export function addConnect(program: Command, done: (code: number) => void): void {
	const command = program
		.command('connect')
		.summary('connect to a TCP address, answer by rules, and print what happens')
		.description(
			'Connects and prints every event and every byte until the connection has closed or it is interrupted. The last ' +
				'line counts the events that were received, stored in the capture, and dropped.',
		)
		.argument('<url>', 'tcp://HOST:PORT; IPv6 as [::1]');
	addRunOptions(command).action(async (target: string, options: RunOptions) => done(await connect(target, options)));
}
