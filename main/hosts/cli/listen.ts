import type { Command } from 'commander';
import { endpointConfig } from './endpoint-config.ts';
import { addRunOptions, type RunOptions, runEndpoint } from './run-endpoint.ts';
import { parseSocketUrl, URL_HELP } from './url.ts';

const KINDS = { tcp: 'tcp-server', udp: 'udp', unix: 'unix-server' } as const;

/** Runs until it is asked to stop or stdout's reader goes away; gives the exit code. */
async function listen(target: string, options: RunOptions): Promise<number> {
	const url = parseSocketUrl(target, 0);
	const config = endpointConfig(KINDS[url.protocol], url, options);
	return runEndpoint(config, options, ({ local }) =>
		local === undefined ? undefined : { event: 'listening', endpoint: config.name, ...local },
	);
}

export function addListen(program: Command, done: (code: number) => void): void {
	const command = program
		.command('listen')
		.summary('listen on a TCP, UDP or Unix socket and print what happens')
		.description(
			'Listens until it is interrupted and prints every event and every byte. The last line counts the events that ' +
				'were received, stored in the capture, and dropped.',
		)
		.argument('<url>', `${URL_HELP}; port 0 lets the system choose`);
	addRunOptions(command).action(async (target: string, options: RunOptions) => done(await listen(target, options)));
}
