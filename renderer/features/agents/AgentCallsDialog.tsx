import { useEffect, useState } from 'react';
import type { AgentCall, AgentCalls } from '../../../common/contract/calls/agents.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { visibleString } from '../../bytes/visible-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { faultText } from '../../words/errors.ts';
import { locale } from '../../words/index.ts';
import './agents.css';

const NOTHING: AgentCalls = { calls: [], reading: true };

/** What agents have called about the open workspace, the newest first; live while it is open. */
export function AgentCallsDialog() {
	const [{ calls, reading, problem, says }, setState] = useState(NOTHING);
	useEffect(
		() =>
			session.subscribe(
				'agentCalls',
				{},
				{
					onSnapshot: setState,
					onDelta: setState,
					onError: ({ message }) => setState({ calls: [], reading: false, problem: message }),
				},
			),
		[],
	);
	const text = useDialogWords().agentCalls;
	const newestFirst = calls.map((call, number) => ({ call, number })).toReversed();
	return (
		<Dialog title={text.title} onClose={closeDialog} width={760}>
			<div className="agent-calls">
				{problem !== undefined && <p role="alert">{text.failed(faultText({ message: problem, says }))}</p>}
				{problem === undefined && calls.length === 0 && <p>{reading ? text.reading : text.none} </p>}
				<ol aria-label={text.list}>
					{newestFirst.map(({ call, number }) => (
						<Call key={number} call={call} />
					))}
				</ol>
			</div>
		</Dialog>
	);
}

/** One call: its result unfolds. */
function Call({ call: { at, client, tool, input, ok, result, ms } }: { readonly call: AgentCall }) {
	const text = useDialogWords().agentCalls;
	return (
		<li>
			<details>
				<summary>
					<span className={ok ? 'agent-call-ok' : 'agent-call-failed'}>{ok ? text.ok : text.bad}</span>
					<time dateTime={new Date(at).toISOString()}>{locale().dateTime(at)}</time>
					<b>{visibleString(tool)}</b>
					<code>{visibleString(input)}</code>
				</summary>
				<p>{text.by(visibleString(client), String(ms))} </p>
				<pre>{visibleString(result)}</pre>
			</details>
		</li>
	);
}
