import { runDoctor } from '../../app/doctor.ts';

/** The part of Electron's App that the doctor needs. */
interface Ending {
	whenReady(): Promise<void>;
	exit(code: number): void;
}

/** Whether the checks of TLS in this runtime are wanted in place of a window. */
export function wantsDoctor(args: readonly string[]): boolean {
	return args.includes('--doctor-tls');
}

/** Waits until a line is written: Electron's exit does not wait for a pipe. */
function written(line: string): Promise<void> {
	return new Promise((resolve, reject) => {
		process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
	});
}

/**
 * Runs the checks of `wirebench doctor --tls` in Electron, whose TLS library is not Node's, and exits as that command does:
 * with 0 when none has failed, else with 1. Prints on stdout, with `--json` one object a line.
 */
export async function runElectronDoctor(app: Ending, args: readonly string[]): Promise<void> {
	await app.whenReady();
	const lines: Promise<void>[] = [];
	const print = (line: string) => void lines.push(written(line));
	const sound = await runDoctor({ groups: ['tls'], json: args.includes('--json'), print });
	await Promise.all(lines);
	app.exit(sound ? 0 : 1);
}
