import { afterEach, expect, test } from 'vitest';
import type { CaptureRow } from '../../../../../common/contract/calls/capture.ts';
import { fakeHost } from '../../../testing/host.fixture.ts';
import { setSession } from '../../host/session.ts';
import { closeDialog, useDialogs } from '../../window/dialogs.ts';
import { useSelection } from '../../window/selection.ts';
import { compareSelected, messageClicked } from './compare.ts';

const row = (n: number): CaptureRow => ({
	n,
	time: 0n,
	endpoint: 'echo',
	connection: 1,
	kind: 'data',
	direction: 'in',
	length: 1,
	text: '',
	preview: new Uint8Array(1),
});

afterEach(closeDialog);

test('a message that is clicked right after the key is compared with the one of the key', async () => {
	const host = fakeHost();
	setSession(host.session);
	host.rows = ({ from }) => ({ rows: [row(from)], stored: 9 });
	useSelection.setState({ event: 3 });
	const chosen = compareSelected();
	messageClicked(row(5));
	await chosen;
	await expect
		.poll(() => useDialogs.getState().open)
		.toMatchObject({ kind: 'compare', a: { row: { n: 3 } }, b: { row: { n: 5 } } });
	host.close();
});
