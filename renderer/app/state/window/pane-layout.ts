import { flushSync } from 'react-dom';
import { create } from 'zustand';
import type { Settings } from '../../../../common/contract/calls/settings.ts';
import { focusOf } from './panes.ts';
import { updateSettings, useSettings } from './settings.ts';

export type PaneSizes = Settings['panes']['sizes'];
/** How much room a window has: folds are stored for each. */
export type Room = keyof Settings['panes']['folded'];
/** The panes that fold to a strip. */
export type FoldablePane = keyof Settings['panes']['folded']['wide'];

/** Of the page, CSS px. */
export interface WindowSize {
	readonly width: number;
	readonly height: number;
}

/** Beside the traffic in a wide window only: at less than this the log would have no room for its columns. */
const WIDE = 1200;
const SMALL_WIDTH = 860;
const SMALL_HEIGHT = 600;
/** In lower windows the inspector below the log needs the timeline's height. */
const TIMELINE_HEIGHT = 760;

export function roomOf({ width, height }: WindowSize): Room {
	if (width < SMALL_WIDTH || height < SMALL_HEIGHT) return 'small';
	return width < WIDE ? 'narrow' : 'wide';
}

export function isInspectorBelow({ width }: WindowSize): boolean {
	return width < WIDE;
}

/** Whether a pane that nobody folded or unfolded is a strip, so that the log has its rows. */
export function foldsByItself(pane: FoldablePane, size: WindowSize): boolean {
	const room = roomOf(size);
	if (pane === 'composer') return false;
	if (pane === 'timeline') return room === 'small' || (room === 'narrow' && size.height < TIMELINE_HEIGHT);
	return room === 'small' && (pane === 'inspector' || size.width < SMALL_WIDTH);
}

/** Sizes in CSS px where nobody chose one. The composer is as high as its content. */
export function defaultSizes({ width, height }: WindowSize): Required<Omit<PaneSizes, 'composer'>> {
	return {
		endpoints: width < WIDE ? 224 : 264,
		inspectorWidth: Math.max(316, Math.round(width * 0.295)),
		inspectorHeight: Math.min(360, Math.max(140, height - 520)),
	};
}

export const useWindowSize = create<WindowSize>()(() => ({ width: 1440, height: 900 }));

/** Keeps `useWindowSize` up to date. Returns a function that ends it. */
export function followWindowSize(): () => void {
	const measure = () => useWindowSize.setState({ width: window.innerWidth, height: window.innerHeight });
	measure();
	window.addEventListener('resize', measure);
	return () => window.removeEventListener('resize', measure);
}

/** A folded pane that is visible while the focus is in it. */
const usePeeked = create<{ readonly pane: FoldablePane | undefined }>()(() => ({ pane: undefined }));

/** Shows a folded pane until the focus is elsewhere in the window: nothing is stored. Not for use while React renders. */
function peek(pane: FoldablePane): void {
	if (isFolded(pane)) flushSync(() => usePeeked.setState({ pane }));
}

/** Focuses the element that a pane marks; a folded pane is shown for as long as it has the focus. */
export function enterPane(pane: FoldablePane): void {
	peek(pane);
	paneOf(pane)?.querySelector<HTMLElement>('[data-pane-focus]')?.focus();
}

/** Ends peeks when the focus goes elsewhere; a dialog is nowhere else. Returns a function that ends it. */
export function followPeeks(): () => void {
	const onFocus = ({ target }: FocusEvent) => {
		const { pane } = usePeeked.getState();
		if (pane === undefined || !(target instanceof Element) || target.closest('dialog, [role=menu]') !== null) return;
		if (paneOf(pane)?.contains(target) !== true) usePeeked.setState({ pane: undefined });
	};
	document.addEventListener('focusin', onFocus);
	return () => document.removeEventListener('focusin', onFocus);
}

function folded(pane: FoldablePane, { panes, timeline }: Settings, size: WindowSize): boolean {
	const room = roomOf(size);
	// Its own setting, which earlier versions read too.
	if (pane === 'timeline' && room === 'wide') return !timeline.open;
	return panes.folded[room][pane] ?? foldsByItself(pane, size);
}

export function useFolded(pane: FoldablePane): boolean {
	const size = useWindowSize();
	const peeked = usePeeked((state) => state.pane === pane);
	return useSettings((settings) => folded(pane, settings, size)) && !peeked;
}

export function isFolded(pane: FoldablePane): boolean {
	return usePeeked.getState().pane !== pane && folded(pane, useSettings.getState(), useWindowSize.getState());
}

/** Folds or unfolds a pane in windows with as much room as this one. */
export function setFolded(pane: FoldablePane, fold: boolean): void {
	usePeeked.setState({ pane: undefined });
	const room = roomOf(useWindowSize.getState());
	const { panes, timeline } = useSettings.getState();
	if (pane === 'timeline' && room === 'wide') updateSettings({ timeline: { ...timeline, open: !fold } });
	else {
		const changed = { ...panes.folded, [room]: { ...panes.folded[room], [pane]: fold } };
		updateSettings({ panes: { ...panes, folded: changed } });
	}
}

/** Makes a pane visible before something in it gets the focus. Not for use while React renders. */
export function unfold(pane: FoldablePane): void {
	if (isFolded(pane)) flushSync(() => setFolded(pane, false));
}

/** Folds a pane, or unfolds it and moves the focus there. A fold keeps the focus in the pane's strip if the pane had it. */
export function toggleFold(pane: FoldablePane): void {
	const fold = !isFolded(pane);
	const hadFocus = paneOf(pane)?.contains(document.activeElement) === true;
	flushSync(() => setFolded(pane, fold));
	const now = paneOf(pane);
	if (now !== null && (hadFocus || !fold)) focusOf(now)?.focus();
}

function paneOf(name: string): Element | null {
	return document.querySelector(`[data-pane="${name}"]`);
}

/** Stores the size of a pane, CSS px; undefined goes back to the default. */
export function setPaneSize(name: keyof PaneSizes, size: number | undefined): void {
	const { panes } = useSettings.getState();
	const { [name]: _before, ...others } = panes.sizes;
	updateSettings({ panes: { ...panes, sizes: { ...others, ...(size === undefined ? {} : { [name]: size }) } } });
}

/** Every size and fold as at first. */
export function resetPanes(): void {
	const { timeline } = useSettings.getState();
	updateSettings({
		panes: { sizes: {}, folded: { wide: {}, narrow: {}, small: {} } },
		timeline: { ...timeline, open: true },
	});
}
