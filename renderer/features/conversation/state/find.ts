import { create } from 'zustand';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import type { SoughtRequest } from '../../../../common/contract/calls/find.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { useCaptureStatus } from '../../../app/state/capture/capture-status.ts';
import { NO_SEARCH, readSearch, type WrittenSearch } from '../../../app/state/capture/search/written.ts';
import { viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { words } from '../../../words/index.ts';
import { goTo, shownSide, useConversation } from './store.ts';

export interface Finding {
	readonly written: WrittenSearch;
	/** In which the text is searched for. */
	readonly charset: CharsetName;
	/** What is searched for while the bar is open; undefined for nothing. */
	readonly sought: SoughtRequest | undefined;
	/** Progress of a search as a sentence; undefined while there is nothing to report. */
	readonly note: string | undefined;
	readonly running: boolean;
	readonly fault: string | undefined;
}

export const useFinding = create<Finding>()(() => ({
	written: NO_SEARCH,
	charset: 'utf-8',
	sought: undefined,
	note: undefined,
	running: false,
	fault: undefined,
}));

/** Changes with each search, so that an abandoned one ends. */
let run = 0;

/** Stops the search. */
function stopFinding(): void {
	run += 1;
	useFinding.setState({ running: false, note: undefined });
}

/** Lights up what was written, in this charset, until the bar is closed. */
export function openFind(charset: CharsetName): void {
	change({ charset });
}

/** Stops, and lights up the sought filter again. */
export function closeFind(): void {
	stopFinding();
	useFinding.setState({ sought: undefined, fault: undefined });
	useConversation.setState({ hits: [] });
}

/** Changes what is searched for. */
export function changeFind(patch: Partial<WrittenSearch>): void {
	change({ written: { ...useFinding.getState().written, ...patch } });
}

function change(patch: Partial<Pick<Finding, 'written' | 'charset'>>): void {
	stopFinding();
	useFinding.setState(patch);
	useConversation.setState({ hits: [] });
	const mine = run;
	const { written, charset } = useFinding.getState();
	readSearch(written, charset, (read) => {
		if (mine !== run) return;
		useFinding.setState(
			read.ok ? { sought: read.sought, fault: undefined } : { sought: undefined, fault: read.message },
		);
	});
}

/** Moves to the next or previous match; after the end it wraps around and reports it. */
export async function find(backwards: boolean): Promise<void> {
	const { sought } = useFinding.getState();
	const { connection, hits } = useConversation.getState();
	if (connection === undefined || sought === undefined) return;
	run += 1;
	const mine = run;
	const { stored } = useCaptureStatus.getState();
	const last = hits[0];
	const here =
		last === undefined ? { n: useSelection.getState().event ?? 0, offset: 0 } : { n: last.n, offset: last.from };
	const wanted = { ...viewed(), connection, side: shownSide(), sought, backwards };
	const texts = words().find;
	useFinding.setState({ running: true, note: texts.looking, fault: undefined });
	try {
		let place = backwards || last === undefined ? here : { n: here.n, offset: here.offset + 1 };
		let around = false;
		for (;;) {
			const { found, next } = await session.call('streamFind', { ...wanted, ...place });
			if (mine !== run) return;
			const first = found?.[0];
			if (found !== undefined && first !== undefined) {
				useConversation.setState({ hits: found });
				goTo(first.n, first.from);
				const note = backwards ? texts.fromEnd : texts.fromBeginning;
				useFinding.setState({ running: false, note: around ? note : undefined });
				return;
			}
			if (next !== undefined) {
				place = next;
				const share = stored === 0 ? 0 : Math.round((next.n / stored) * 100);
				useFinding.setState({ note: texts.share(backwards ? 100 - share : share) });
			} else if (around) {
				useConversation.setState({ hits: [] });
				useFinding.setState({ running: false, note: texts.notFound });
				return;
			} else {
				around = true;
				place = backwards ? { n: Math.max(stored, here.n + 1), offset: 0 } : { n: 0, offset: 0 };
			}
		}
	} catch (error) {
		if (mine === run) useFinding.setState({ running: false, note: undefined, fault: messageOf(error) });
	}
}
