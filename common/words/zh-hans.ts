import type { Catalogue } from './catalogue.ts';
import { enSentences } from './en-sentences.ts';
import { knownEvent } from './known-event.ts';
import { knownWarning } from './known-warning.ts';
import { asCode } from './zh-hans/as-code/as-code.ts';
import { code } from './zh-hans/as-code/code.ts';
import { bytes } from './zh-hans/bytes.ts';
import { captureActions } from './zh-hans/capture-actions.ts';
import { charsetOffer, charsets } from './zh-hans/charsets.ts';
import { composer } from './zh-hans/composer/composer.ts';
import { sendings } from './zh-hans/composer/sendings.ts';
import { targets } from './zh-hans/composer/targets.ts';
import { agentCalls } from './zh-hans/dialogs/agent-calls.ts';
import { captures } from './zh-hans/dialogs/captures.ts';
import { compare } from './zh-hans/dialogs/compare.ts';
import { decode } from './zh-hans/dialogs/decode.ts';
import { differences } from './zh-hans/dialogs/differences.ts';
import { endpointForm } from './zh-hans/dialogs/endpoint-form/index.ts';
import { exportDialog } from './zh-hans/dialogs/export-dialog.ts';
import { filters } from './zh-hans/dialogs/filters.ts';
import { gallery } from './zh-hans/dialogs/gallery.ts';
import { help } from './zh-hans/dialogs/help.ts';
import { keys } from './zh-hans/dialogs/keys.ts';
import { lessons } from './zh-hans/dialogs/lessons.ts';
import { loadTest } from './zh-hans/dialogs/load-test.ts';
import { logMenus } from './zh-hans/dialogs/log-menus.ts';
import { lossReport } from './zh-hans/dialogs/loss-report.ts';
import { recorded } from './zh-hans/dialogs/recorded.ts';
import { recording } from './zh-hans/dialogs/recording.ts';
import { settings } from './zh-hans/dialogs/settings.ts';
import { socketCalls } from './zh-hans/dialogs/sockets/calls.ts';
import { kernelView } from './zh-hans/dialogs/sockets/kernel.ts';
import { tcpStates } from './zh-hans/dialogs/sockets/states.ts';
import { statistics } from './zh-hans/dialogs/statistics.ts';
import { structures } from './zh-hans/dialogs/structures.ts';
import { tests } from './zh-hans/dialogs/tests.ts';
import { workspace } from './zh-hans/dialogs/workspace.ts';
import { endpointNames } from './zh-hans/endpoint-names.ts';
import { endpointCommands } from './zh-hans/endpoints/endpoint-commands.ts';
import { endpointErrors } from './zh-hans/endpoints/endpoint-errors.ts';
import { endpoints } from './zh-hans/endpoints/endpoints.ts';
import { notices } from './zh-hans/endpoints/notices.ts';
import { workspaceNotices } from './zh-hans/endpoints/workspace-notices.ts';
import { events } from './zh-hans/events.ts';
import { exportJobs } from './zh-hans/export-jobs.ts';
import { faults } from './zh-hans/faults.ts';
import { filter } from './zh-hans/filter.ts';
import { framing } from './zh-hans/framing.ts';
import { inspector } from './zh-hans/inspector.ts';
import { jump } from './zh-hans/jump.ts';
import { kinds } from './zh-hans/kinds.ts';
import { log } from './zh-hans/log.ts';
import { offers } from './zh-hans/offers.ts';
import { openCapture } from './zh-hans/open-capture.ts';
import { palette } from './zh-hans/palette.ts';
import { panes } from './zh-hans/panes.ts';
import { shell } from './zh-hans/shell.ts';
import { status } from './zh-hans/status.ts';
import { timeline } from './zh-hans/timeline.ts';
import { conversation } from './zh-hans/traffic/conversation.ts';
import { find } from './zh-hans/traffic/find.ts';
import { sequenceDiagram } from './zh-hans/traffic/sequence-diagram.ts';
import { ui } from './zh-hans/ui.ts';
import { units } from './zh-hans/units.ts';
import { workspaceMenu } from './zh-hans/workspace/workspace-menu.ts';
import { sentences } from './zh-hans-sentences.ts';

export const zhHans: Catalogue = {
	words: {
		bytes,
		captureActions,
		charsetOffer,
		charsets,
		composer,
		conversation,
		endpointCommands,
		endpointErrors,
		endpoints,
		endpointNames,
		events,
		exportJobs,
		faults,
		filter,
		find,
		framing,
		inspector,
		jump,
		kinds,
		log,
		notices,
		offers,
		openCapture,
		palette,
		panes,
		sendings,
		sequenceDiagram,
		shell,
		status,
		targets,
		timeline,
		ui,
		units,
		workspaceMenu,
		workspaceNotices,
	},
	dialogs: {
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
	},
	translation: { from: enSentences, to: sentences, knownEvent, knownWarning },
};
