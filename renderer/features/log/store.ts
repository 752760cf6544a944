import { create } from 'zustand';
import { useCaptureStatus } from '../../app/capture-status.ts';
import { useSelection } from '../../app/selection.ts';
import { session } from '../../app/session.ts';
import { RowSource } from './row-source.ts';
import { INITIAL_VIEW, type LogView, withStatus } from './view.ts';

export const rowSource = new RowSource(async (from, count) => {
	const { rows } = await session.call('captureRows', { from, count });
	return rows;
});

export const useLogView = create<LogView>()(() => INITIAL_VIEW);

/** Applies one of the rules of view.ts. */
export function changeView(rule: (view: LogView) => LogView): void {
	const before = useLogView.getState();
	const after = rule(before);
	if (after !== before) useLogView.setState(after);
}

/** Takes over what the capture says of itself until the returned function is called. */
export function followCapture(): () => void {
	const take = () => {
		const { id, stored } = useCaptureStatus.getState();
		const { capture } = useLogView.getState();
		if (id !== capture) rowSource.reset();
		if (id !== capture && capture !== '') useSelection.getState().selectEvent(undefined);
		changeView((view) => withStatus(view, id, stored));
	};
	take();
	const stopStatus = useCaptureStatus.subscribe(take);
	const stopState = session.onState((state) => {
		if (state === 'connected') rowSource.retry();
	});
	return () => {
		stopStatus();
		stopState();
	};
}
