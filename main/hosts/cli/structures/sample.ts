import { type Command, Option } from 'commander';
import { STRUCTURE_SAMPLES } from '../../../../common/structure/samples/index.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { structureSamples } from '../../../../common/words/en/dialogs/structure-samples.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('decoding', decoding).structure;

interface SampleOptions {
	readonly name?: string;
}

/** Prints one, or the names of all with what they are. */
function sample({ name }: SampleOptions): void {
	const chosen = STRUCTURE_SAMPLES.find(({ id }) => id === name);
	if (chosen === undefined) {
		const titles = new Map(Object.entries(spoken('structureSamples', structureSamples)));
		stdout().lines(STRUCTURE_SAMPLES.map(({ id }) => `${id.padEnd(10)}${titles.get(id) ?? ''}`));
	} else stdout().bytes(Buffer.from(`${JSON.stringify(chosen, null, 2)}\n`));
}

export function addSample(structure: Command): void {
	structure
		.command('sample')
		.summary(words().sampleSummary)
		.description(words().sampleDescription)
		.addOption(new Option('--name <name>', words().sampleName).choices(STRUCTURE_SAMPLES.map(({ id }) => id)))
		.action(sample);
}
