import { code } from './en/as-code/code.ts';
import { addresses } from './en/cli/addresses.ts';
import { answering } from './en/cli/answering.ts';
import { checking } from './en/cli/checking.ts';
import { comparing } from './en/cli/comparing.ts';
import { decoding } from './en/cli/decoding.ts';
import { events } from './en/cli/events.ts';
import { exitCodes } from './en/cli/exit-codes.ts';
import { explaining } from './en/cli/explaining.ts';
import { man } from './en/cli/man.ts';
import { misuse } from './en/cli/misuse.ts';
import { printing } from './en/cli/printing.ts';
import { program } from './en/cli/program.ts';
import { coding } from './en/cli/programs/coding.ts';
import { proxying } from './en/cli/proxying.ts';
import { recordings } from './en/cli/recordings.ts';
import { running } from './en/cli/running.ts';
import { selfTests } from './en/cli/self-tests.ts';
import { sending } from './en/cli/sending.ts';
import { serving } from './en/cli/serving.ts';
import { socketOptions } from './en/cli/socket-options.ts';
import { stored } from './en/cli/stored.ts';
import { terminal } from './en/cli/terminal.ts';
import { testing } from './en/cli/testing.ts';
import { describedSteps } from './en/cli/tests/described-steps.ts';
import { tlsOptions } from './en/cli/tls-options.ts';
import { values } from './en/cli/values.ts';
import { workspaces } from './en/cli/workspaces.ts';
import { differences } from './en/dialogs/differences.ts';
import { recorded } from './en/dialogs/recorded.ts';
import { secretNames } from './en/dialogs/secret-names.ts';
import { kernelView } from './en/dialogs/sockets/kernel.ts';
import { structureSamples } from './en/dialogs/structure-samples.ts';
import { testDifference } from './en/dialogs/test-difference.ts';
import { offers } from './en/offers.ts';
import { ignoreRanges } from './en/sentences/recordings.ts';
import type { Texts } from './locale/texts.ts';

/** The texts of the command line. Only their type is read where it runs: each command imports those of its own. */
export const enCli = {
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

export type CliWords = Texts<typeof enCli>;
