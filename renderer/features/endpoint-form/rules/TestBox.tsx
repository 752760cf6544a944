import { useEffect, useMemo, useState } from 'react';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import { FIRST_STATE } from '../../../../common/contract/config/first-state.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { Responder } from '../../../../common/contract/config/responder.ts';
import { encodeWritten, formatBytes as formatPayload, toHex } from '../../../../common/payload/index.ts';
import type { WrittenBytes } from '../../../../common/payload/schema.ts';
import { type Trial, tryBytes } from '../../../../common/responder/index.ts';
import { formatBytes } from '../../../app/shared/format.ts';
import { readPayload } from '../../../app/state/capture/read-payload.ts';
import { viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { learnEnvironment, previewValues, randomBytes, useNames } from '../../../app/state/templates/names.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { Button } from '../../../ui/Button.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import './rules.css';

interface TestBoxProps {
	/** Absent while the rules or the framing have faults. */
	readonly rules: { readonly responder: Responder; readonly framing: Framing } | undefined;
}

/** Bytes of a captured message that are tried at most. */
const MOST_CAPTURED = 64 * 1024;

/** Maximum bytes of a reply that are shown. */
const SHOWN_BYTES = 2048;

/** Shows which rule would answer a message, and with which bytes. Nothing is sent. */
export function TestBox({ rules }: TestBoxProps) {
	const [written, setWritten] = useState<WrittenBytes>({ format: 'text', text: '' });
	const event = useSelection((selection) => selection.event);
	const [refused, setRefused] = useState<string>();
	const encoded = useMemo(() => encodeWritten(written), [written]);
	const names = useNames();
	const { trials, environment } = useMemo(() => {
		const environment = new Set<string>();
		if (rules === undefined || !encoded.ok) return { trials: [], environment };
		const trials = tryBytes(rules.responder, rules.framing, encoded.bytes, (needs) => {
			for (const name of needs.environment) environment.add(name);
			return previewValues(names, {}, randomBytes(needs.randomBytes));
		});
		return { trials, environment };
	}, [rules, encoded, names]);
	useEffect(() => learnEnvironment([...environment]), [environment]);
	const takeSelected = async (n: number) => {
		try {
			setWritten({ format: 'escaped', text: formatPayload(await capturedMessage(n), 'escaped') });
			setRefused(undefined);
		} catch (error) {
			setRefused(messageOf(error));
		}
	};
	return (
		<section className="trial" aria-label="Try a message">
			<div className="rule-line">
				<span className="rule-word">Try</span>
				<WrittenField
					label="Message to try"
					value={written}
					onChange={setWritten}
					error={encoded.ok ? undefined : `${encoded.message} (character ${encoded.position + 1})`}
					multiline
				/>
			</div>
			<Button
				className="trial-take"
				disabled={event === undefined}
				title={event === undefined ? 'Select a message in the log first' : `Event ${event + 1} of the log`}
				onClick={() => (event === undefined ? undefined : void takeSelected(event))}
			>
				Try the message selected in the log
			</Button>
			{refused === undefined ? null : (
				<div className="trial-fault" role="alert">
					{refused}
				</div>
			)}
			<ol className="trial-results" aria-live="polite">
				{rules === undefined ? (
					<li>Something in the rules or in how messages are cut is wrong: mend that first.</li>
				) : (
					trials.map((trial, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the messages have no other identity
						<li key={index}>
							<TrialResult trial={trial} several={trials.length > 1} />
						</li>
					))
				)}
			</ol>
		</section>
	);
}

function TrialResult({ trial, several }: { readonly trial: Trial; readonly several: boolean }) {
	const { message, state, rule, later, captures, file, fault } = trial;
	return (
		<>
			{several ? <code className="trial-message">{formatPayload(message.data.subarray(0, 60), 'escaped')}</code> : null}
			<div>
				{rule === undefined ? (
					'No rule matches: it stays without an answer.'
				) : (
					<>
						<strong>Rule {rule + 1} answers</strong>
						{state === FIRST_STATE ? null : <span className="trial-aside"> in state {state}</span>}
						{later.length === 0 ? null : <span className="trial-aside"> before {listOf(later)}, which match too</span>}
					</>
				)}
			</div>
			{captures.map((bytes, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a group is identified by its number
				<div key={at} className="trial-aside">
					{`{{${at + 1}}}`} is <code>{formatPayload(bytes, 'escaped') || 'empty'}</code>
				</div>
			))}
			{fault === undefined ? null : <div className="trial-fault">{fault}</div>}
			<Reply trial={trial} />
			{file === undefined ? null : (
				<div className="trial-aside">
					then the bytes of <code>{file.name === undefined ? file.path : `${file.name} in ${file.path}`}</code>
					{file.missing === 'next' ? '; where it is missing, the next rule that matches answers' : null}
				</div>
			)}
			{rule === undefined ? null : <div className="trial-aside">{whatThen(trial)}</div>}
		</>
	);
}

function Reply({ trial: { rule, reply, file, fault } }: { readonly trial: Trial }) {
	if (rule === undefined || fault !== undefined) return null;
	if (reply === undefined) return file === undefined ? <div className="trial-aside">sends nothing</div> : null;
	const shown = reply.subarray(0, SHOWN_BYTES);
	return (
		<div className="trial-reply">
			<div className="trial-aside">sends {formatBytes(reply.length)}</div>
			<code>{formatPayload(shown, 'escaped')}</code>
			<code className="trial-hex">{toHex(shown).replaceAll(/(..)(?=.)/g, '$1 ')}</code>
			{shown.length < reply.length ? (
				<div className="trial-aside">and {reply.length - shown.length} bytes more</div>
			) : null}
		</div>
	);
}

function listOf(rules: readonly number[]): string {
	const few = rules.slice(0, 5).map((rule) => rule + 1);
	const more = rules.length - few.length;
	return `rule${rules.length === 1 ? '' : 's'} ${few.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function whatThen({ delayMs, after }: Trial): string {
	const when = delayMs === 0 ? 'at once' : `after ${delayMs} ms`;
	const then = { keep: 'keeps the connection', end: 'ends it (FIN)', reset: 'resets it (RST)' }[after];
	return `${when}, and ${then}`;
}

/** The bytes of an event of the viewed capture. Rejects with a sentence where it carries none. */
async function capturedMessage(n: number): Promise<Uint8Array> {
	const { rows } = await session.call('captureRows', { ...viewed(), from: n, count: 1 });
	const [row] = rows;
	if (row === undefined || row.kind !== 'data') {
		throw new Error(`Event ${n + 1} is no message: select a row with data in the log.`);
	}
	return readPayload(row, MOST_CAPTURED);
}
