import { bytes } from './en/bytes.ts';
import { captureActions } from './en/capture-actions.ts';
import { charsetOffer, charsets } from './en/charsets.ts';
import { composer } from './en/composer/composer.ts';
import { sendings } from './en/composer/sendings.ts';
import { targets } from './en/composer/targets.ts';
import { endpointNames } from './en/endpoint-names.ts';
import { endpointCommands } from './en/endpoints/endpoint-commands.ts';
import { endpointErrors } from './en/endpoints/endpoint-errors.ts';
import { endpoints } from './en/endpoints/endpoints.ts';
import { notices } from './en/endpoints/notices.ts';
import { workspaceNotices } from './en/endpoints/workspace-notices.ts';
import { events } from './en/events.ts';
import { exportJobs } from './en/export-jobs.ts';
import { faults } from './en/faults.ts';
import { filter } from './en/filter.ts';
import { framing } from './en/framing.ts';
import { inspector } from './en/inspector.ts';
import { jump } from './en/jump.ts';
import { kinds } from './en/kinds.ts';
import { log } from './en/log.ts';
import { offers } from './en/offers.ts';
import { openCapture } from './en/open-capture.ts';
import { palette } from './en/palette.ts';
import { panes } from './en/panes.ts';
import { shell } from './en/shell.ts';
import { status } from './en/status.ts';
import { timeline } from './en/timeline.ts';
import { conversation } from './en/traffic/conversation.ts';
import { find } from './en/traffic/find.ts';
import { sequenceDiagram } from './en/traffic/sequence-diagram.ts';
import { ui } from './en/ui.ts';
import { units } from './en/units.ts';
import { workspaceMenu } from './en/workspace/workspace-menu.ts';
import type { Texts } from './locale/texts.ts';

/** Texts of the parts of the page that are there from the start. */
export const en = {
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
};

/** The type of a catalogue: a language that lacks one of its texts, or has another one, does not compile. */
export type Words = Texts<typeof en>;
