import { type Command, InvalidArgumentError } from 'commander';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('printing', printing);

/** The size limits of a capture on the command line. */
export interface LimitOptions {
	/** MiB per file. */
	readonly segmentSize?: number;
	/** GiB in total. */
	readonly ring?: number;
}

export function addLimitOptions(command: Command): Command {
	return command
		.option('--segment-size <MiB>', words().segmentSize, segmentSize)
		.option('--ring <GiB>', words().ring, ring);
}

function segmentSize(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= 1 && value <= 2047) return value;
	throw new InvalidArgumentError(words().badSegmentSize);
}

function ring(text: string): number {
	const value = Number(text);
	if (/^\d+([.]\d+)?$/.test(text) && value >= 0.001 && value <= 1_000_000) return value;
	throw new InvalidArgumentError(words().badRing);
}
