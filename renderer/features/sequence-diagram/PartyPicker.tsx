import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { formatBytes } from '../../app/shared/format.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../words/index.ts';
import { pick, useDiagram } from './store.ts';

/** Maximum number of listed connections: typing a part of the address narrows them. */
const LISTED = 100;

/** The connections of the diagram. */
export function PartyPicker({ onClose }: { readonly onClose: () => void }) {
	const words = useWords().sequenceDiagram.picker;
	const { chosen, parties, picked } = useDiagram();
	const [text, setText] = useState('');
	const [found, setFound] = useState<{ connections: readonly CapturedConnection[]; total: number }>();
	const [failure, setFailure] = useState<string>();
	const total = chosen?.total;

	// biome-ignore lint/correctness/useExhaustiveDependencies: the number has changed
	useEffect(() => {
		let stale = false;
		session.call('captureConnections', { ...viewed(), text, from: 0, count: LISTED }).then(
			(answer) => {
				if (!stale) setFound(answer);
			},
			(error: unknown) => {
				if (!stale) setFailure(messageOf(error));
			},
		);
		return () => {
			stale = true;
		};
	}, [text, total]);

	const shown = picked ?? [...parties.ends.keys()];
	const toggle = (id: number, on: boolean) => pick(on ? [...shown, id] : shown.filter((other) => other !== id));
	return (
		<aside
			className="sequence-picker"
			aria-label={words.label}
			onKeyDown={(event) => {
				if (event.key === 'Escape') onClose();
			}}
		>
			<div className="sequence-picker-head">
				<TextField
					label={words.find}
					hideLabel
					placeholder={words.placeholder}
					value={text}
					onChange={setText}
					autoFocus
				/>
				<IconButton label={words.close} size="s" onClick={onClose}>
					<X size={14} />
				</IconButton>
			</div>
			<ul>
				{found?.connections.map(({ id, endpoint, remote, bytesIn, bytesOut }) => (
					<li key={id}>
						<label>
							<input
								type="checkbox"
								checked={shown.includes(id)}
								onChange={(event) => toggle(id, event.target.checked)}
							/>
							<span className="sequence-picker-name">
								#{id} {endpoint}
							</span>
							<span className="sequence-picker-remote">{remote}</span>
							<span className="sequence-picker-size">{formatBytes(bytesIn + bytesOut)}</span>
						</label>
					</li>
				))}
			</ul>
			{failure === undefined ? null : <p role="alert">{failure}</p>}
			{found !== undefined && found.total > LISTED ? <p>{words.more(found.total - LISTED)}</p> : null}
			<Button disabled={picked === undefined} onClick={() => pick(undefined)}>
				{words.automatic}
			</Button>
		</aside>
	);
}
