import type { Command } from 'commander';
import { runDoctor } from '../../../app/doctor.ts';
import { stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';

interface DoctorFlags {
	readonly tls?: boolean;
	readonly json?: boolean;
}

async function examine({ tls = false, json = false }: DoctorFlags): Promise<number> {
	const sound = await runDoctor({
		groups: tls ? ['tls'] : [],
		json,
		print: (line) => stdout().lines([line]),
	});
	return sound ? EXIT.done : EXIT.failed;
}

export function addDoctor(program: Command, done: (code: number) => void): void {
	program
		.command('doctor')
		.summary('try what Wirebench needs of this machine and its runtime')
		.description(
			'Prints a line for each check: ok, not supported here and what that means, or failed. All checks run on loopback. ' +
				'The exit code is 0 when none has failed. The desktop application runs the same with --doctor-tls.',
		)
		.option('--tls', 'TLS alone: versions, ciphers, ALPN, SNI, certificates, sessions (default: every check)')
		.option('--json', 'print one JSON object a line')
		.action(async (flags: DoctorFlags) => done(await examine(flags)));
}
