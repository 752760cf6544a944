import { useEffect, useState } from 'react';
import type { AgentCall, AgentCalls } from '../../../common/contract/calls/agents.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { visibleString } from '../../bytes/visible-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import './agents.css';

const NOTHING: AgentCalls = { calls: [], reading: true };

/** What agents have called about the open workspace, the newest first; live while it is open. */
export function AgentCallsDialog() {
	const [{ calls, reading, problem }, setState] = useState(NOTHING);
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
	const newestFirst = calls.map((call, number) => ({ call, number })).toReversed();
	return (
		<Dialog title="Agents’ calls" onClose={closeDialog} width={760}>
			<div className="agent-calls">
				{problem !== undefined && <p role="alert">The calls cannot be read: {problem}</p>}
				{problem === undefined && calls.length === 0 && (
					<p>
						{reading
							? 'Reading…'
							: 'No agent has called anything about this workspace. Let one use it with “wirebench mcp”: see the user guide.'}
					</p>
				)}
				<ol aria-label="Calls of agents, newest first">
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
	return (
		<li>
			<details>
				<summary>
					<span className={ok ? 'agent-call-ok' : 'agent-call-failed'}>{ok ? 'ok' : 'failed'}</span>
					<time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleString()}</time>
					<b>{visibleString(tool)}</b>
					<code>{visibleString(input)}</code>
				</summary>
				<p>
					{visibleString(client)}, {ms} ms
				</p>
				<pre>{visibleString(result)}</pre>
			</details>
		</li>
	);
}
