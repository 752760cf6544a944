import { create } from 'zustand';
import { encodeWritten } from '../../../../common/payload/index.ts';
import { useCaptureStatus } from '../../../app/state/capture/capture-status.ts';
import { viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { goTo, useConversation } from './store.ts';

export interface Finding {
	readonly text: string;
	readonly format: 'text' | 'hex';
	readonly anyCase: boolean;
	/** Progress of a search as a sentence; undefined while there is nothing to report. */
	readonly note: string | undefined;
	readonly running: boolean;
	readonly fault: string | undefined;
}

export const useFinding = create<Finding>()(() => ({
	text: '',
	format: 'text',
	anyCase: true,
	note: undefined,
	running: false,
	fault: undefined,
}));

/** Changes with each search, so that an abandoned one ends. */
let run = 0;

/** Stops the search. */
export function stopFinding(): void {
	run += 1;
	useFinding.setState({ running: false, note: undefined });
}

/** Moves to the next or previous match; after the end it wraps around and reports it. */
export async function find(backwards: boolean): Promise<void> {
	const { text, format, anyCase } = useFinding.getState();
	const { connection, mode, side, cut, hits } = useConversation.getState();
	const encoded = encodeWritten({ format, text });
	if (!encoded.ok) {
		useFinding.setState({ fault: encoded.message, note: undefined });
		return;
	}
	if (connection === undefined || encoded.bytes.length === 0) return;
	run += 1;
	const mine = run;
	const { stored } = useCaptureStatus.getState();
	const last = hits[0];
	const here =
		last === undefined ? { n: useSelection.getState().event ?? 0, offset: 0 } : { n: last.n, offset: last.from };
	const wanted = {
		...viewed(),
		connection,
		side: mode === 'dialogue' ? side : cut,
		bytes: encoded.bytes,
		anyCase: format === 'text' && anyCase,
		backwards,
	};
	useFinding.setState({ running: true, note: 'Looking…', fault: undefined });
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
				const note = backwards ? 'From the end again' : 'From the beginning again';
				useFinding.setState({ running: false, note: around ? note : undefined });
				return;
			}
			if (next !== undefined) {
				place = next;
				const share = stored === 0 ? 0 : Math.round((next.n / stored) * 100);
				useFinding.setState({ note: `Looking… ${backwards ? 100 - share : share} %` });
			} else if (around) {
				useConversation.setState({ hits: [] });
				useFinding.setState({ running: false, note: 'Not found' });
				return;
			} else {
				around = true;
				place = backwards ? { n: Math.max(stored, here.n + 1), offset: 0 } : { n: 0, offset: 0 };
			}
		}
	} catch (error) {
		if (mine === run) useFinding.setState({ running: false, note: undefined, fault: String(error) });
	}
}
