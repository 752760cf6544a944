import { Square, X } from 'lucide-react';
import type { Sending } from '../../../../common/contract/calls/sending.ts';
import { dismissSending, stopSending, useSendings } from '../../../app/state/endpoints/sendings.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useWords } from '../../../words/index.ts';
import { failuresText, sendingShare, sendingText, sendingTitle } from './sending-words.ts';

/** Running transfers with a stop button, and the results of the last ones. */
export function SendingRows() {
	const list = useSendings((sendings) => sendings.list);
	return list.map((sending) => <SendingRow key={sending.id} sending={sending} />);
}

function SendingRow({ sending }: { readonly sending: Sending }) {
	const { sendings: text, ui } = useWords();
	const { id, endpoint, state } = sending;
	const name = useWorkbench((workbench) => workbench.endpoints.get(endpoint)?.config.name) ?? text.gone;
	const title = sendingTitle(sending, name);
	const failures = failuresText(sending);
	const running = state === 'running';
	const share = sendingShare(sending);
	return (
		<div className="composer-line composer-sending" data-state={state}>
			{running && share !== undefined ? <progress value={share} aria-label={title} /> : null}
			{/* Changes many times a second: hidden from screen readers. */}
			<span className="composer-progress" role="status" aria-live={running ? 'off' : 'polite'}>
				<b>{title}</b> {sendingText(sending)}
				{failures === undefined ? null : <span className="composer-failures"> {failures}</span>}
			</span>
			{running ? (
				<Button icon={<Square size={11} />} aria-label={text.stop(title)} onClick={() => stopSending(id)}>
					{ui.stop}
				</Button>
			) : (
				<IconButton size="s" label={text.dismiss(title)} onClick={() => dismissSending(id)}>
					<X size={13} />
				</IconButton>
			)}
		</div>
	);
}
