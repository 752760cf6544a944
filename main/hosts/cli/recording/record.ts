import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { RECORDING_SIDES, type RecordingSide } from '../../../../common/contract/calls/recording.ts';
import { withoutDefaults } from '../../../../common/json/without-defaults.ts';
import { sequenceSchema } from '../../../../common/protocol-tests/test-schema.ts';
import { mockOf, recordingName, testOf } from '../../../../common/recording/index.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { recordings } from '../../../../common/words/en/cli/recordings.ts';
import { newWorkspace } from '../../../../common/workspace/index.ts';
import { writeTextFile } from '../output/text-file.ts';
import { say, stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';
import { addNewFileOptions } from '../workspace/new.ts';
import { type NewFileOptions, writeNewWorkspace } from '../workspace/new-file.ts';
import {
	addTlsOfPlace,
	chosenPlace,
	chosenVarying,
	connectionNumber,
	phrases,
	readRecorded,
	type TlsOfPlace,
	type VaryChoice,
} from './recorded.ts';

const words = () => spoken('recordings', recordings);
const printingWords = () => spoken('printing', printing);

interface RecordOptions extends NewFileOptions, TlsOfPlace {
	readonly connection?: number;
	readonly as: 'test' | 'mock';
	/** Left out: the client, or for a mock the server. */
	readonly side?: RecordingSide;
	readonly at?: string;
	readonly vary: VaryChoice;
}

/** `all`, `none`, or numbers as in `1,3`. */
function varyChoice(text: string): VaryChoice {
	if (text === 'all' || text === 'none') return text;
	if (/^\d{1,4}(,\d{1,4})*$/.test(text)) return text.split(',').map(Number);
	throw new InvalidArgumentError(words().record.badVary);
}

async function record(path: string, options: RecordOptions): Promise<void> {
	const { connection, as, side = as === 'mock' ? 'server' : 'client' } = options;
	if (as === 'mock' && side === 'client') {
		throw new WirebenchError('bad-input', words().record.mockSide);
	}
	const recording = await readRecorded(path, connection);
	const varying = chosenVarying(recording, options.vary);
	const place = chosenPlace(recording, options.at, side === 'client' ? 1 : 0, options);
	const { name = recordingName(recording, as) } = options;
	if (as === 'mock') {
		const { made: config, notes } = mockOf(recording, { name, place, varying }, phrases());
		say(...notes);
		return writeNewWorkspace(newWorkspace({ name, endpoints: [{ ...config, id: 'e1' }] }), options);
	}
	const { made: test, notes } = testOf(recording, { name, side, place, varying }, phrases());
	say(...notes);
	const text = `${JSON.stringify(withoutDefaults(sequenceSchema, test), null, 2)}\n`;
	if (options.output === '-') stdout().bytes(Buffer.from(text));
	else await writeTextFile(options.output, text, { replace: options.force ?? false });
}

export function addRecord(program: Command): void {
	const texts = words().record;
	const command = program
		.command('record')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<capture>', printingWords().captureFolder)
		.addOption(new Option('--as <what>', texts.as).choices(['test', 'mock']).makeOptionMandatory())
		.option('--connection <n>', words().connection, connectionNumber)
		.addOption(new Option('--side <side>', texts.side).choices(RECORDING_SIDES))
		.option('--at <url>', texts.at)
		.option('--vary <parts>', texts.vary, varyChoice, 'all');
	addNewFileOptions(addTlsOfPlace(command)).action((path: string, options: RecordOptions) => record(path, options));
}
