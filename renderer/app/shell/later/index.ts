import { afterFirstPaint } from '../../shared/after-first-paint.tsx';
import { laterPart } from '../../shared/later-part.tsx';

const panes = () => import('./panes.ts');

// The window's first paint is without a host, and has no panes: they are there when the host has answered.
export const COMPOSER_PANE = laterPart(async () => (await panes()).ComposerPanel);
export const INSPECTOR_PANE = laterPart(async () => (await panes()).InspectorPanel);

/** One chunk: a second one would take longer to fetch than this one is longer. */
const parts = () => import('./parts.ts');

// Keys typed right after a part was opened must reach it: loaded as soon as the window has been painted.
export const CONVERSATION = afterFirstPaint(async () => (await parts()).ConversationPanel);
export const SEQUENCE_DIAGRAM = afterFirstPaint(async () => (await parts()).SequenceDiagramPanel);
export const JUMP_BARS = afterFirstPaint(async () => (await parts()).JumpBars);
export const PALETTE_DIALOG = afterFirstPaint(async () => (await parts()).PaletteDialog);
export const ENDPOINT_DIALOG = afterFirstPaint(async () => (await parts()).EndpointDialog);
export const CHARSET_DIALOG = afterFirstPaint(async () => (await parts()).CharsetDialog);
export const FRAMING_DIALOG = afterFirstPaint(async () => (await parts()).FramingDialog);
export const OPTIONS_DIALOG = afterFirstPaint(async () => (await parts()).OptionsDialog);
export const RULES_DIALOG = afterFirstPaint(async () => (await parts()).RulesDialog);

const ALL = [
	COMPOSER_PANE,
	INSPECTOR_PANE,
	CONVERSATION,
	SEQUENCE_DIAGRAM,
	JUMP_BARS,
	PALETTE_DIALOG,
	ENDPOINT_DIALOG,
	CHARSET_DIALOG,
	FRAMING_DIALOG,
	OPTIONS_DIALOG,
	RULES_DIALOG,
];

/** Without the code the window works: opening a part asks for it again, and shows the failure. */
export function loadLater(): void {
	for (const { load } of ALL) load().catch((error: unknown) => console.warn(error));
}
