// biome-ignore-all lint/a11y/useFocusableInteractive: the list keeps the focus and references its rows with aria-activedescendant
import { type CallLanguage, spellCall } from '../../../../common/calls/spell/index.ts';
import type { ListedCall } from '../../../../common/contract/calls/socket-calls.ts';
import { fullTime, timeOfDay } from '../../../bytes/event-time.ts';
import { visibleString } from '../../../bytes/visible-text.ts';
import { useDialogWords } from '../../../words/dialogs.ts';

interface CallRowProps {
	readonly index: number;
	/** Absent until loaded. */
	readonly listed: ListedCall | undefined;
	/** The event of the call before. */
	readonly before: number | undefined;
	readonly language: CallLanguage;
	/** px from the layer's origin. */
	readonly y: number;
	readonly count: number;
	readonly cursor: boolean;
	readonly selected: boolean;
}

/** The element id of a row, for aria-activedescendant. */
export function callRowId(index: number): string {
	return `call-row-${index}`;
}

/** One call: the number and the time of its event where that begins, the line of the program, and what it returned. */
export function CallRow({ index, listed, before, language, y, count, cursor, selected }: CallRowProps) {
	const { socketCalls: words } = useDialogWords();
	const begins = listed !== undefined && listed.n !== before;
	const classes = ['calls-row', begins ? 'calls-begins' : '', cursor ? 'calls-at' : ''].filter(Boolean).join(' ');
	return (
		<div
			role="option"
			id={callRowId(index)}
			className={classes}
			aria-selected={selected}
			aria-posinset={index + 1}
			aria-setsize={count}
			data-call={index}
			style={{ top: y }}
		>
			{listed === undefined ? (
				<span className="calls-code">{words.loading}</span>
			) : (
				<>
					<span className="calls-event" title={begins ? words.event(listed.n + 1) : undefined}>
						{begins ? listed.n + 1 : ''}
					</span>
					<span className="calls-time" title={begins ? fullTime(listed.time, 9) : undefined}>
						{begins ? timeOfDay(listed.time) : ''}
					</span>
					<CallText listed={listed} language={language} />
				</>
			)}
		</div>
	);
}

function CallText({ listed, language }: { readonly listed: ListedCall; readonly language: CallLanguage }) {
	const { socketCalls: words } = useDialogWords();
	const { call } = listed;
	if (call === undefined) return <span className="calls-code">{words.gone}</span>;
	const { code, result } = spellCall(call, language);
	const text = visibleString(result === '' ? code : `${code}  → ${result}`);
	const isInferred = call.inferred === true;
	return (
		<span
			className={isInferred ? 'calls-code calls-inferred' : 'calls-code'}
			title={isInferred ? `${text} (${words.inferred})` : text}
		>
			{visibleString(code)}
			{result === '' ? null : (
				<span className={call.errno === undefined ? 'calls-result' : 'calls-result calls-failed'}>
					{' → '}
					{visibleString(result)}
				</span>
			)}
		</span>
	);
}
