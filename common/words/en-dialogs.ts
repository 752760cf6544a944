import { asCode } from './en/as-code/as-code.ts';
import { code } from './en/as-code/code.ts';
import { agentCalls } from './en/dialogs/agent-calls.ts';
import { captures } from './en/dialogs/captures.ts';
import { compare } from './en/dialogs/compare.ts';
import { decode } from './en/dialogs/decode.ts';
import { differences } from './en/dialogs/differences.ts';
import { endpointForm } from './en/dialogs/endpoint-form/index.ts';
import { exportDialog } from './en/dialogs/export-dialog.ts';
import { filters } from './en/dialogs/filters.ts';
import { gallery } from './en/dialogs/gallery.ts';
import { help } from './en/dialogs/help.ts';
import { keys } from './en/dialogs/keys.ts';
import { lessons } from './en/dialogs/lessons.ts';
import { loadTest } from './en/dialogs/load-test.ts';
import { logMenus } from './en/dialogs/log-menus.ts';
import { lossReport } from './en/dialogs/loss-report.ts';
import { recorded } from './en/dialogs/recorded.ts';
import { recording } from './en/dialogs/recording.ts';
import { settings } from './en/dialogs/settings.ts';
import { socketCalls } from './en/dialogs/sockets/calls.ts';
import { kernelView } from './en/dialogs/sockets/kernel.ts';
import { tcpStates } from './en/dialogs/sockets/states.ts';
import { statistics } from './en/dialogs/statistics.ts';
import { structures } from './en/dialogs/structures.ts';
import { tests } from './en/dialogs/tests.ts';
import { workspace } from './en/dialogs/workspace.ts';
import type { Texts } from './locale/texts.ts';

/** Texts of dialogs and other parts that are loaded when they are opened: apart, so that the first load stays small. */
export const enDialogs = {
	decode,
	agentCalls,
	asCode,
	captures,
	code,
	compare,
	differences,
	endpointForm,
	exportDialog,
	filters,
	gallery,
	help,
	kernelView,
	keys,
	lessons,
	loadTest,
	logMenus,
	lossReport,
	recorded,
	recording,
	settings,
	socketCalls,
	statistics,
	structures,
	tcpStates,
	tests,
	workspace,
};

export type DialogWords = Texts<typeof enDialogs>;
