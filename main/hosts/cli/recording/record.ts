import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { RECORDING_SIDES, type RecordingSide } from '../../../../common/contract/calls/recording.ts';
import { withoutDefaults } from '../../../../common/json/without-defaults.ts';
import { sequenceSchema } from '../../../../common/protocol-tests/test-schema.ts';
import { mockOf, recordingName, testOf } from '../../../../common/recording/index.ts';
import { newWorkspace } from '../../../../common/workspace/index.ts';
import { writeTextFile } from '../output/text-file.ts';
import { say, stdout } from '../terminal/console.ts';
import { addNewFileOptions } from '../workspace/new.ts';
import { type NewFileOptions, writeNewWorkspace } from '../workspace/new-file.ts';
import {
	addTlsOfPlace,
	chosenPlace,
	chosenVarying,
	connectionNumber,
	readRecorded,
	type TlsOfPlace,
	type VaryChoice,
} from './recorded.ts';

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
	throw new InvalidArgumentError('It is all, none, or numbers of proposals, as in 1,3.');
}

async function record(path: string, options: RecordOptions): Promise<void> {
	const { connection, as, side = as === 'mock' ? 'server' : 'client' } = options;
	if (as === 'mock' && side === 'client') {
		throw new WirebenchError('bad-input', 'A mock is the server side: leave --side out, or make a test.');
	}
	const recording = await readRecorded(path, connection);
	const varying = chosenVarying(recording, options.vary);
	const place = chosenPlace(recording, options.at, side === 'client' ? 1 : 0, options);
	const { name = recordingName(recording, as) } = options;
	if (as === 'mock') {
		const { made: config, notes } = mockOf(recording, { name, place, varying });
		say(...notes);
		return writeNewWorkspace(newWorkspace({ name, endpoints: [{ ...config, id: 'e1' }] }), options);
	}
	const { made: test, notes } = testOf(recording, { name, side, place, varying });
	say(...notes);
	const text = `${JSON.stringify(withoutDefaults(sequenceSchema, test), null, 2)}\n`;
	if (options.output === '-') stdout().bytes(Buffer.from(text));
	else await writeTextFile(options.output, text, { replace: options.force ?? false });
}

export function addRecord(program: Command): void {
	const command = program
		.command('record')
		.summary('make a test or a mock server of a recorded conversation')
		.description(
			'Writes one connection of a capture as a test, for "wirebench test", or as a workspace with a server that ' +
				'answers as the recorded one did, for "wirebench run". Parts that probably differ the next time (dates, ids, lengths, ' +
				'checksums, counters) are listed on stderr, and become templates and patterns as --vary says.',
		)
		.argument('<capture>', 'a capture folder, or a pcapng or pcap file')
		.addOption(new Option('--as <what>', 'what it becomes').choices(['test', 'mock']).makeOptionMandatory())
		.option('--connection <n>', 'number of the connection (default: the only one)', connectionNumber)
		.addOption(new Option('--side <side>', 'the side that a test takes (default: client)').choices(RECORDING_SIDES))
		.option(
			'--at <url>',
			'where the test connects to, or the mock listens; tls:// for TLS (default: where the recorded server was, with TLS as it had)',
		)
		.option('--vary <parts>', 'which parts vary: all, none, or their numbers, as in 1,3', varyChoice, 'all');
	addNewFileOptions(addTlsOfPlace(command)).action((path: string, options: RecordOptions) => record(path, options));
}
