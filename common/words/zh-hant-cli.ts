import type { CliWords } from './en-cli.ts';
import { code } from './zh-hant/as-code/code.ts';
import { addresses } from './zh-hant/cli/addresses.ts';
import { answering } from './zh-hant/cli/answering.ts';
import { checking } from './zh-hant/cli/checking.ts';
import { comparing } from './zh-hant/cli/comparing.ts';
import { decoding } from './zh-hant/cli/decoding.ts';
import { events } from './zh-hant/cli/events.ts';
import { exitCodes } from './zh-hant/cli/exit-codes.ts';
import { explaining } from './zh-hant/cli/explaining.ts';
import { man } from './zh-hant/cli/man.ts';
import { misuse } from './zh-hant/cli/misuse.ts';
import { printing } from './zh-hant/cli/printing.ts';
import { program } from './zh-hant/cli/program.ts';
import { coding } from './zh-hant/cli/programs/coding.ts';
import { proxying } from './zh-hant/cli/proxying.ts';
import { recordings } from './zh-hant/cli/recordings.ts';
import { running } from './zh-hant/cli/running.ts';
import { selfTests } from './zh-hant/cli/self-tests.ts';
import { sending } from './zh-hant/cli/sending.ts';
import { serving } from './zh-hant/cli/serving.ts';
import { socketOptions } from './zh-hant/cli/socket-options.ts';
import { stored } from './zh-hant/cli/stored.ts';
import { terminal } from './zh-hant/cli/terminal.ts';
import { testing } from './zh-hant/cli/testing.ts';
import { describedSteps } from './zh-hant/cli/tests/described-steps.ts';
import { tlsOptions } from './zh-hant/cli/tls-options.ts';
import { values } from './zh-hant/cli/values.ts';
import { workspaces } from './zh-hant/cli/workspaces.ts';
import { differences } from './zh-hant/dialogs/differences.ts';
import { recorded } from './zh-hant/dialogs/recorded.ts';
import { secretNames } from './zh-hant/dialogs/secret-names.ts';
import { kernelView } from './zh-hant/dialogs/sockets/kernel.ts';
import { structureSamples } from './zh-hant/dialogs/structure-samples.ts';
import { testDifference } from './zh-hant/dialogs/test-difference.ts';
import { offers } from './zh-hant/offers.ts';
import { ignoreRanges } from './zh-hant/sentences/recordings.ts';

export const zhHantCli: CliWords = {
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
