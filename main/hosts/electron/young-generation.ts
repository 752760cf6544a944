import { setFlagsFromString } from 'node:v8';

/** The young generation of the npm scripts, MiB of one semi-space: what the measurements of this product ran with. */
const SIZES = ['--min-semi-space-size=32', '--max-semi-space-size=64'];

/**
 * V8 reads the sizes when it creates a heap, and the main process's own exists before any script runs. It reads the
 * growth factor at each growth: with this one the first growth, from 1 MiB, reaches the size of the measured runs.
 */
const GROWTH = '--semi-space-growth-factor=32';

/** The part of Electron's CommandLine that is needed. */
interface CommandLine {
	getSwitchValue(name: string): string;
	appendSwitch(name: string, value: string): void;
}

/**
 * Gives this process, its threads and its pages the young generation of the measured runs. Before `ready`, and before
 * any thread starts. The launcher and the entries for Linux desktops also pass `--js-flags` to the runtime, which sets the main heap's
 * size from the start.
 */
export function enlargeYoungGeneration(commandLine: CommandLine): void {
	for (const flag of [...SIZES, GROWTH]) setFlagsFromString(flag);
	const given = commandLine.getSwitchValue('js-flags').split(/\s+/).filter(Boolean);
	const flags = [...given, ...SIZES.filter((flag) => !given.includes(flag))];
	commandLine.appendSwitch('js-flags', flags.join(' '));
}
