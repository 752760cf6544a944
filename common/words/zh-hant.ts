import type { Catalogue } from './catalogue.ts';
import { enSentences } from './en-sentences.ts';
import { knownEvent } from './known-event.ts';
import { knownWarning } from './known-warning.ts';
import { asCode } from './zh-hant/as-code/as-code.ts';
import { code } from './zh-hant/as-code/code.ts';
import { bytes } from './zh-hant/bytes.ts';
import { captureActions } from './zh-hant/capture-actions.ts';
import { charsetOffer, charsets } from './zh-hant/charsets.ts';
import { composer } from './zh-hant/composer/composer.ts';
import { sendings } from './zh-hant/composer/sendings.ts';
import { targets } from './zh-hant/composer/targets.ts';
import { agentCalls } from './zh-hant/dialogs/agent-calls.ts';
import { captures } from './zh-hant/dialogs/captures.ts';
import { compare } from './zh-hant/dialogs/compare.ts';
import { decode } from './zh-hant/dialogs/decode.ts';
import { differences } from './zh-hant/dialogs/differences.ts';
import { endpointForm } from './zh-hant/dialogs/endpoint-form/index.ts';
import { exportDialog } from './zh-hant/dialogs/export-dialog.ts';
import { filters } from './zh-hant/dialogs/filters.ts';
import { gallery } from './zh-hant/dialogs/gallery.ts';
import { help } from './zh-hant/dialogs/help.ts';
import { keys } from './zh-hant/dialogs/keys.ts';
import { lessons } from './zh-hant/dialogs/lessons.ts';
import { loadTest } from './zh-hant/dialogs/load-test.ts';
import { logMenus } from './zh-hant/dialogs/log-menus.ts';
import { lossReport } from './zh-hant/dialogs/loss-report.ts';
import { recorded } from './zh-hant/dialogs/recorded.ts';
import { recording } from './zh-hant/dialogs/recording.ts';
import { settings } from './zh-hant/dialogs/settings.ts';
import { socketCalls } from './zh-hant/dialogs/sockets/calls.ts';
import { kernelView } from './zh-hant/dialogs/sockets/kernel.ts';
import { tcpStates } from './zh-hant/dialogs/sockets/states.ts';
import { statistics } from './zh-hant/dialogs/statistics.ts';
import { structures } from './zh-hant/dialogs/structures.ts';
import { tests } from './zh-hant/dialogs/tests.ts';
import { workspace } from './zh-hant/dialogs/workspace.ts';
import { endpointNames } from './zh-hant/endpoint-names.ts';
import { endpointCommands } from './zh-hant/endpoints/endpoint-commands.ts';
import { endpointErrors } from './zh-hant/endpoints/endpoint-errors.ts';
import { endpoints } from './zh-hant/endpoints/endpoints.ts';
import { notices } from './zh-hant/endpoints/notices.ts';
import { workspaceNotices } from './zh-hant/endpoints/workspace-notices.ts';
import { events } from './zh-hant/events.ts';
import { exportJobs } from './zh-hant/export-jobs.ts';
import { faults } from './zh-hant/faults.ts';
import { filter } from './zh-hant/filter.ts';
import { framing } from './zh-hant/framing.ts';
import { inspector } from './zh-hant/inspector.ts';
import { jump } from './zh-hant/jump.ts';
import { kinds } from './zh-hant/kinds.ts';
import { log } from './zh-hant/log.ts';
import { offers } from './zh-hant/offers.ts';
import { openCapture } from './zh-hant/open-capture.ts';
import { palette } from './zh-hant/palette.ts';
import { panes } from './zh-hant/panes.ts';
import { shell } from './zh-hant/shell.ts';
import { status } from './zh-hant/status.ts';
import { timeline } from './zh-hant/timeline.ts';
import { conversation } from './zh-hant/traffic/conversation.ts';
import { find } from './zh-hant/traffic/find.ts';
import { sequenceDiagram } from './zh-hant/traffic/sequence-diagram.ts';
import { ui } from './zh-hant/ui.ts';
import { units } from './zh-hant/units.ts';
import { workspaceMenu } from './zh-hant/workspace/workspace-menu.ts';
import { sentences } from './zh-hant-sentences.ts';

export const zhHant: Catalogue = {
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
