import { useEffect, useMemo, useState } from 'react';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import { FIRST_STATE } from '../../../../common/contract/config/first-state.ts';
import type { Responder } from '../../../../common/contract/config/responder.ts';
import { decodeAs } from '../../../../common/decode/index.ts';
import { NO_BYTES } from '../../../../common/framing/index.ts';
import { encodeWritten, formatBytes as formatPayload, toHex } from '../../../../common/payload/index.ts';
import type { WrittenBytes } from '../../../../common/payload/schema.ts';
import { type Trial, tryBytes, wholeOf } from '../../../../common/responder/index.ts';
import { type Program, type Programs, structureDecoder } from '../../../../common/structure/index.ts';
import type { TemplateNeeds } from '../../../../common/template/index.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';
import { writeClipboard } from '../../../app/shared/clipboard.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Fields } from '../../../app/shared/fields/Fields.tsx';
import { formatBytes } from '../../../app/shared/format.ts';
import type { ByteSelection } from '../../../app/shared/hex/byte-selection.ts';
import { readPayload } from '../../../app/state/capture/read-payload.ts';
import { selectedRow } from '../../../app/state/capture/selected-row.ts';
import { learnEnvironment, previewValues, randomBytes, useNames } from '../../../app/state/templates/names.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { Button } from '../../../ui/Button.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import type { JudgedRules } from '../draft/compile-errors.ts';
import './rules.css';
import { useDialogWords } from '../../../words/dialogs.ts';
import { faultText } from '../../../words/errors.ts';

interface TestBoxProps {
	/** Absent while the rules or the framing have faults. */
	readonly rules: JudgedRules | undefined;
	/** The structures that the rules name. */
	readonly programs: Programs;
}

/** Bytes of a captured message that are tried at most. */
const MOST_CAPTURED = 64 * 1024;

/** Maximum bytes of a reply that are shown. */
const SHOWN_BYTES = 2048;

/** Shows which rule would answer a message, and with which bytes. Nothing is sent. */
export function TestBox({ rules, programs }: TestBoxProps) {
	const [written, setWritten] = useState<WrittenBytes>({ format: 'text', text: '' });
	const event = useSelection((selection) => selection.event);
	const { draft: faults, rules: ruleWords } = useDialogWords().endpointForm;
	const words = ruleWords.trial;
	const [refused, setRefused] = useState<string>();
	const encoded = useMemo(() => encodeWritten(written), [written]);
	const names = useNames();
	const { trials, environment } = useMemo(() => {
		const environment = new Set<string>();
		if (rules === undefined || !encoded.ok) return { trials: [], environment };
		const { compiled, framing, charset } = rules;
		const draw = (needs: TemplateNeeds) => {
			for (const name of needs.environment) environment.add(name);
			return previewValues(names, {}, randomBytes(needs.randomBytes));
		};
		return { trials: tryBytes(compiled, framing, encoded.bytes, draw, charset), environment };
	}, [rules, encoded, names]);
	useEffect(() => learnEnvironment([...environment]), [environment]);
	const takeSelected = async (n: number) => {
		try {
			setWritten({ format: 'escaped', text: formatPayload(await capturedMessage(n, words), 'escaped') });
			setRefused(undefined);
		} catch (error) {
			setRefused(messageOf(error));
		}
	};
	return (
		<section className="trial" aria-label={words.label}>
			<div className="rule-line">
				<span className="rule-word">{words.try}</span>
				<WrittenField
					label={words.message}
					aside={<ExplainButton explains="answers.trial" />}
					value={written}
					onChange={setWritten}
					error={encoded.ok ? undefined : faults.atCharacter(faultText(encoded), encoded.position + 1)}
					multiline
				/>
			</div>
			<Button
				className="trial-take"
				disabled={event === undefined}
				title={event === undefined ? words.selectFirst : words.event(event + 1)}
				onClick={() => (event === undefined ? undefined : void takeSelected(event))}
			>
				{words.take}
			</Button>
			{refused === undefined ? null : (
				<div className="trial-fault" role="alert">
					{refused}
				</div>
			)}
			<ol className="trial-results" aria-live="polite">
				{rules === undefined ? (
					<li>{words.faulty}</li>
				) : (
					trials.map((trial, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the messages have no other identity
						<li key={index}>
							<TrialResult
								trial={trial}
								several={trials.length > 1}
								program={programFor(trial, rules.responder, programs)}
							/>
						</li>
					))
				)}
			</ol>
		</section>
	);
}

/** The structure by which the rule that answers reads the message, or the first that does not. */
function programFor({ rule, unread }: Trial, { rules }: Responder, programs: Programs): Program | undefined {
	const match = rules[rule ?? unread?.rule ?? rules.findIndex((one) => one.match.type === 'fields')]?.match;
	return match?.type === 'fields' ? programs.get(match.structure) : undefined;
}

interface TrialResultProps {
	readonly trial: Trial;
	readonly several: boolean;
	readonly program: Program | undefined;
}

function TrialResult({ trial, several, program }: TrialResultProps) {
	const { message, state, rule, later, captures, file, fault, unread } = trial;
	const isEmpty = message.data.length === 0 && message.eol.length === 0 && message.head === undefined;
	const { trial: words } = useDialogWords().endpointForm.rules;
	return (
		<>
			{several ? <code className="trial-message">{formatPayload(message.data.subarray(0, 60), 'escaped')}</code> : null}
			<div>
				{rule === undefined ? (
					words.none
				) : (
					<>
						<strong>{words.answers(rule + 1)}</strong>
						{state === FIRST_STATE ? null : <span className="trial-aside"> {words.inState(state)}</span>}
						{later.length === 0 ? null : <span className="trial-aside"> {beforeText(later, words)}</span>}
					</>
				)}
			</div>
			{unread === undefined || isEmpty ? null : (
				<div className="trial-aside">{words.unread(unread.rule + 1, faultText(unread.why))}</div>
			)}
			{program === undefined || isEmpty ? null : <TrialFields message={message} program={program} />}
			{captures.map((bytes, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a group is identified by its number
				<div key={at} className="trial-aside">
					{`{{${at + 1}}}`} {words.is} <code>{formatPayload(bytes, 'escaped') || words.empty}</code>
				</div>
			))}
			{fault === undefined ? null : <div className="trial-fault">{fault}</div>}
			<Reply trial={trial} />
			{file === undefined ? null : (
				<div className="trial-aside">
					{words.fileBytes} <code>{file.name === undefined ? file.path : words.fileIn(file.name, file.path)}</code>
					{file.missing === 'next' ? words.orNext : null}
				</div>
			)}
			{rule === undefined ? null : <div className="trial-aside">{whatThen(trial, words)}</div>}
		</>
	);
}

/** The fields of a message as its structure reads them. */
function TrialFields({ message, program }: { readonly message: Trial['message']; readonly program: Program }) {
	const [selection, setSelection] = useState<ByteSelection>();
	const { head = NO_BYTES, data, eol } = message;
	const fields = decodeAs(structureDecoder(program), wholeOf({ head, data, eol }), { transport: 'datagram' });
	return (
		<div className="trial-fields">
			<Fields
				fields={fields}
				selection={selection}
				onSelect={setSelection}
				onCopyText={(text) => void writeClipboard(text)}
			/>
		</div>
	);
}

function Reply({ trial: { rule, reply, file, fault } }: { readonly trial: Trial }) {
	const { trial: words } = useDialogWords().endpointForm.rules;
	if (rule === undefined || fault !== undefined) return null;
	if (reply === undefined) return file === undefined ? <div className="trial-aside">{words.sendsNothing}</div> : null;
	const shown = reply.subarray(0, SHOWN_BYTES);
	return (
		<div className="trial-reply">
			<div className="trial-aside">{words.sends(formatBytes(reply.length))}</div>
			<code>{formatPayload(shown, 'escaped')}</code>
			<code className="trial-hex">{toHex(shown).replaceAll(/(..)(?=.)/g, '$1 ')}</code>
			{shown.length < reply.length ? (
				<div className="trial-aside">{words.moreBytes(reply.length - shown.length)}</div>
			) : null}
		</div>
	);
}

type TrialWords = DialogWords['endpointForm']['rules']['trial'];

function beforeText(rules: readonly number[], words: TrialWords): string {
	const few = rules.slice(0, 5).map((rule) => rule + 1);
	return words.before(rules.length, few.join(', '), rules.length - few.length);
}

function whatThen({ delayMs, after }: Trial, words: TrialWords): string {
	return words.afterwards[after](delayMs === 0 ? words.atOnce : words.afterMs(delayMs));
}

/** The bytes of the selected message or event. Rejects with a sentence where it carries none. */
async function capturedMessage(n: number, { noMessage }: TrialWords): Promise<Uint8Array> {
	const row = await selectedRow();
	if (row === undefined || row.kind !== 'data') {
		throw new Error(noMessage(n + 1));
	}
	return readPayload(row, MOST_CAPTURED);
}
