import type { CliWords } from './en-cli.ts';
import { code } from './zh-hans/as-code/code.ts';
import { addresses } from './zh-hans/cli/addresses.ts';
import { answering } from './zh-hans/cli/answering.ts';
import { checking } from './zh-hans/cli/checking.ts';
import { comparing } from './zh-hans/cli/comparing.ts';
import { decoding } from './zh-hans/cli/decoding.ts';
import { events } from './zh-hans/cli/events.ts';
import { exitCodes } from './zh-hans/cli/exit-codes.ts';
import { explaining } from './zh-hans/cli/explaining.ts';
import { man } from './zh-hans/cli/man.ts';
import { misuse } from './zh-hans/cli/misuse.ts';
import { printing } from './zh-hans/cli/printing.ts';
import { program } from './zh-hans/cli/program.ts';
import { coding } from './zh-hans/cli/programs/coding.ts';
import { proxying } from './zh-hans/cli/proxying.ts';
import { recordings } from './zh-hans/cli/recordings.ts';
import { running } from './zh-hans/cli/running.ts';
import { selfTests } from './zh-hans/cli/self-tests.ts';
import { sending } from './zh-hans/cli/sending.ts';
import { serving } from './zh-hans/cli/serving.ts';
import { socketOptions } from './zh-hans/cli/socket-options.ts';
import { stored } from './zh-hans/cli/stored.ts';
import { terminal } from './zh-hans/cli/terminal.ts';
import { testing } from './zh-hans/cli/testing.ts';
import { describedSteps } from './zh-hans/cli/tests/described-steps.ts';
import { tlsOptions } from './zh-hans/cli/tls-options.ts';
import { values } from './zh-hans/cli/values.ts';
import { workspaces } from './zh-hans/cli/workspaces.ts';
import { differences } from './zh-hans/dialogs/differences.ts';
import { recorded } from './zh-hans/dialogs/recorded.ts';
import { secretNames } from './zh-hans/dialogs/secret-names.ts';
import { kernelView } from './zh-hans/dialogs/sockets/kernel.ts';
import { structureSamples } from './zh-hans/dialogs/structure-samples.ts';
import { testDifference } from './zh-hans/dialogs/test-difference.ts';
import { offers } from './zh-hans/offers.ts';
import { ignoreRanges } from './zh-hans/sentences/recordings.ts';

export const zhHansCli: CliWords = {
	addresses,
	answering,
	checking,
	code,
	coding,
	comparing,
	decoding,
	describedSteps,
	differences,
	events,
	exitCodes,
	explaining,
	ignoreRanges,
	kernelView,
	man,
	misuse,
	offers,
	printing,
	program,
	proxying,
	recorded,
	recordings,
	running,
	secretNames,
	selfTests,
	sending,
	serving,
	socketOptions,
	stored,
	terminal,
	structureSamples,
	testDifference,
	testing,
	tlsOptions,
	values,
	workspaces,
};
