import { type Command, InvalidArgumentError } from 'commander';

/** The size limits of a capture on the command line. */
export interface LimitOptions {
	/** MiB per file. */
	readonly segmentSize?: number;
	/** GiB in total. */
	readonly ring?: number;
}

export function addLimitOptions(command: Command): Command {
	return command
		.option('--segment-size <MiB>', 'size from which on a capture goes on in a new file (256)', segmentSize)
		.option('--ring <GiB>', 'keep only so much of the capture, the latest; its oldest files are deleted', ring);
}

function segmentSize(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= 1 && value <= 2047) return value;
	throw new InvalidArgumentError('A segment size is a whole number of MiB, 1 to 2047.');
}

function ring(text: string): number {
	const value = Number(text);
	if (/^\d+([.]\d+)?$/.test(text) && value >= 0.001 && value <= 1_000_000) return value;
	throw new InvalidArgumentError('A ring is a number of GiB, at least 0.001, as in 0.5.');
}
