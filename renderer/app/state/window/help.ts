import { create } from 'zustand';
import type { TopicId } from '../../../../common/explain/topic-id.ts';
import type { OpenDialog } from './dialogs.ts';

/** Headings of docs/guide.md that the window opens, as GitHub writes their anchors; a test finds each of them there. */
export type GuidePart =
	| 'first-minutes'
	| 'lessons'
	| 'settings'
	| 'closing-the-window'
	| 'endpoints'
	| 'workspaces'
	| 'socket-options'
	| 'what-an-endpoint-answers'
	| 'load-test-and-loss-report'
	| 'proxies'
	| 'tests'
	| 'sending'
	| 'captures'
	| 'finding'
	| 'opening-captures'
	| 'export'
	| 'comparing'
	| 'making-a-conversation-runnable'
	| 'as-a-program'
	| 'conversation'
	| 'timeline'
	| 'sequence-diagram'
	| 'socket-calls'
	| 'statistics'
	| 'decoding'
	| 'agents';

/** The part about each dialog. */
export const PART_OF_DIALOG: Readonly<Record<OpenDialog['kind'], GuidePart>> = {
	'new-endpoint': 'endpoints',
	'edit-endpoint': 'endpoints',
	charset: 'endpoints',
	'try-framing': 'finding',
	framing: 'what-an-endpoint-answers',
	rules: 'what-an-endpoint-answers',
	options: 'socket-options',
	faults: 'proxies',
	'open-path': 'opening-captures',
	'workspace-path': 'workspaces',
	'leave-workspace': 'workspaces',
	'dropped-workspace': 'workspaces',
	'take-parts': 'workspaces',
	'export-parts': 'workspaces',
	secrets: 'workspaces',
	variables: 'workspaces',
	structures: 'decoding',
	'agent-calls': 'agents',
	folder: 'workspaces',
	export: 'export',
	captures: 'captures',
	filters: 'finding',
	colours: 'finding',
	'load-test': 'load-test-and-loss-report',
	'loss-report': 'load-test-and-loss-report',
	tests: 'tests',
	recording: 'making-a-conversation-runnable',
	code: 'as-a-program',
	compare: 'comparing',
	'compare-connections': 'comparing',
	settings: 'settings',
	palette: 'first-minutes',
	keys: 'first-minutes',
};

/** The part about each pane, by its name in the page. */
const PART_OF_PANE: ReadonlyMap<string, GuidePart> = new Map([
	['endpoints', 'endpoints'],
	['composer', 'sending'],
	['timeline', 'timeline'],
	['log', 'finding'],
	['conversation', 'conversation'],
	['sequence', 'sequence-diagram'],
	['socket', 'socket-calls'],
	['statistics', 'statistics'],
	['lessons', 'lessons'],
	['inspector', 'finding'],
]);

/** The document that the help opens first, by its path in docs. */
export const GUIDE = 'guide.md';

/** What names mean, as a document of the help. */
export const EXPLANATIONS = 'explanations';

/** A place in the help. */
export interface HelpPlace {
	/** A path in docs, or the explanations. */
	readonly document: string;
	/** The anchor of a heading; absent for the beginning. */
	readonly part?: string;
}

interface Help {
	/** The place that was asked for; undefined while the help is closed. */
	readonly place: HelpPlace | undefined;
}

export const useHelp = create<Help>()(() => ({ place: undefined }));

/** Opens the user guide over whatever is open. */
export function openHelp(part: GuidePart): void {
	useHelp.setState({ place: { document: GUIDE, part } });
}

/** Opens what a name means, over whatever is open. `topic`: left out for all of them. */
export function openExplanation(topic?: TopicId): void {
	useHelp.setState({ place: { document: EXPLANATIONS, ...(topic === undefined ? {} : { part: topic }) } });
}

export function closeHelp(): void {
	useHelp.setState({ place: undefined });
}

/** The part about what is in use: an open dialog, else the pane of an element. */
export function partFor(dialog: OpenDialog | undefined, element: Element | null): GuidePart {
	if (dialog !== undefined) return PART_OF_DIALOG[dialog.kind];
	const pane = element?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
	return PART_OF_PANE.get(pane ?? '') ?? 'first-minutes';
}
