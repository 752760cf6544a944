import { Bookmark, Braces, FileUp, History, ListChecks, Repeat, Sigma } from 'lucide-react';
import { type ReactNode, use } from 'react';
import { CHARSETS, LINE_ENDINGS, type LineEnding, PAYLOAD_FORMATS } from '../../../common/payload/schema.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { PaneTools } from '../../ui/panes/pane-tools.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { useWords } from '../../words/index.ts';
import { checksumNames } from './ChecksumRow.tsx';
import type { ReadDraft } from './draft/drafts.ts';
import { useHistory } from './history/history-store.ts';
import { type Composer, changeDraft, chooseCharset, chooseFormat, toggleExtra, useComposer } from './store.ts';

const ENDINGS: Readonly<Record<Exclude<LineEnding, 'none'>, string>> = { lf: 'LF', crlf: 'CRLF', cr: 'CR' };

interface ComposerBarProps {
	/** As it is sent. */
	readonly draft: ReadDraft;
	/** Picked connections of a target with several; undefined for another target. */
	readonly picked: number | undefined;
}

/** How the message is written, what is appended to it, and buttons for what else can be done with it. */
export function ComposerBar({ draft, picked }: ComposerBarProps) {
	const hasHistory = useHistory((sent) => sent.entries.length > 0);
	const { charsets, composer: text, ui } = useWords();
	return (
		<div className="composer-bar">
			<Segmented
				label={text.format}
				value={draft.format}
				segments={PAYLOAD_FORMATS.map((value) => ({ value, label: text.formats[value] }))}
				onChange={chooseFormat}
			/>
			{draft.format === 'text' || draft.format === 'escaped' ? (
				<Select
					label={text.charset}
					hideLabel
					className="composer-charset"
					value={draft.charset}
					choices={CHARSETS.map((value) => ({ value, label: charsets[value] }))}
					onChange={chooseCharset}
				/>
			) : null}
			<Select
				label={text.lineEnd}
				hideLabel
				className="composer-ending"
				value={draft.lineEnding}
				choices={LINE_ENDINGS.map((value) => ({ value, label: value === 'none' ? text.noLineEnd : ENDINGS[value] }))}
				onChange={(lineEnding) => changeDraft({ lineEnding })}
			/>
			<ExplainButton explains="fields.written" />
			<span className="composer-space" />
			{picked === undefined ? null : (
				<ExtraButton extra="connections" icon={<ListChecks size={13} />}>
					{picked === 0 ? text.connections : text.picked(picked)}
				</ExtraButton>
			)}
			<Button
				icon={<Braces size={13} />}
				title={text.templateTip}
				aria-pressed={draft.template}
				onClick={() => changeDraft({ template: !draft.template })}
			>
				<span className="composer-label">{text.template}</span>
			</Button>
			<ExtraButton extra="checksum" icon={<Sigma size={13} />}>
				{draft.checksum === 'none' ? text.checksum : checksumNames(text)[draft.checksum]}
			</ExtraButton>
			<ExtraButton extra="repeat" icon={<Repeat size={13} />}>
				{text.repeat.title}
			</ExtraButton>
			<ExtraButton extra="file" icon={<FileUp size={13} />}>
				{text.file.title}
			</ExtraButton>
			<ExtraButton extra="save" icon={<Bookmark size={13} />} disabled={draft.text === ''}>
				{ui.save}
			</ExtraButton>
			<ExtraButton extra="history" icon={<History size={13} />} disabled={!hasHistory}>
				{text.history.title}
			</ExtraButton>
			{use(PaneTools)}
		</div>
	);
}

/** Toggles a row below the bar. */
function ExtraButton({
	extra,
	icon,
	disabled = false,
	children,
}: {
	readonly extra: NonNullable<Composer['extra']>;
	readonly icon: ReactNode;
	readonly disabled?: boolean;
	/** In a narrow window it is only in the tooltip. */
	readonly children: string;
}) {
	const open = useComposer((composer) => composer.extra === extra);
	return (
		<Button icon={icon} title={children} disabled={disabled} aria-expanded={open} onClick={() => toggleExtra(extra)}>
			<span className="composer-label">{children}</span>
		</Button>
	);
}
