import { Bookmark, Braces, FileUp, History, ListChecks, Repeat, Sigma } from 'lucide-react';
import { type ReactNode, use } from 'react';
import {
	CHARSETS,
	LINE_ENDINGS,
	type LineEnding,
	PAYLOAD_FORMATS,
	type PayloadFormat,
} from '../../../common/payload/schema.ts';
import { formatCount } from '../../app/shared/format.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneTools } from '../../ui/panes/pane-tools.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { useWords } from '../../words/index.ts';
import { CHECKSUM_NAMES } from './ChecksumRow.tsx';
import type { Draft } from './draft/drafts.ts';
import { useHistory } from './history/history-store.ts';
import { type Composer, changeDraft, chooseFormat, toggleExtra, useComposer } from './store.ts';

const FORMATS: Readonly<Record<PayloadFormat, string>> = {
	text: 'Text',
	hex: 'Hex',
	escaped: 'Escaped',
	base64: 'Base64',
};
const ENDINGS: Readonly<Record<LineEnding, string>> = { none: 'No line end', lf: 'LF', crlf: 'CRLF', cr: 'CR' };

interface ComposerBarProps {
	/** As it is sent. */
	readonly draft: Draft;
	/** Picked connections of a target with several; undefined for another target. */
	readonly picked: number | undefined;
}

/** How the message is written, what is appended to it, and buttons for what else can be done with it. */
export function ComposerBar({ draft, picked }: ComposerBarProps) {
	const hasHistory = useHistory((sent) => sent.entries.length > 0);
	const { charsets } = useWords();
	return (
		<div className="composer-bar">
			<Segmented
				label="Format"
				value={draft.format}
				segments={PAYLOAD_FORMATS.map((value) => ({ value, label: FORMATS[value] }))}
				onChange={chooseFormat}
			/>
			{draft.format === 'text' || draft.format === 'escaped' ? (
				<Select
					label="Charset"
					hideLabel
					className="composer-charset"
					value={draft.charset}
					choices={CHARSETS.map((value) => ({ value, label: charsets[value] }))}
					onChange={(charset) => changeDraft({ charset })}
				/>
			) : null}
			<Select
				label="Line end"
				hideLabel
				className="composer-ending"
				value={draft.lineEnding}
				choices={LINE_ENDINGS.map((value) => ({ value, label: ENDINGS[value] }))}
				onChange={(lineEnding) => changeDraft({ lineEnding })}
			/>
			<span className="composer-space" />
			{picked === undefined ? null : (
				<ExtraButton extra="connections" icon={<ListChecks size={13} />}>
					{picked === 0 ? 'Connections' : `${formatCount(picked)} picked`}
				</ExtraButton>
			)}
			<Button
				icon={<Braces size={13} />}
				title="Template: fill in {{counter}}, {{time iso}} and the like"
				aria-pressed={draft.template}
				onClick={() => changeDraft({ template: !draft.template })}
			>
				<span className="composer-label">Template</span>
			</Button>
			<ExtraButton extra="checksum" icon={<Sigma size={13} />}>
				{draft.checksum === 'none' ? 'Checksum' : CHECKSUM_NAMES[draft.checksum]}
			</ExtraButton>
			<ExtraButton extra="repeat" icon={<Repeat size={13} />}>
				Repeat
			</ExtraButton>
			<ExtraButton extra="file" icon={<FileUp size={13} />}>
				File
			</ExtraButton>
			<ExtraButton extra="save" icon={<Bookmark size={13} />} disabled={draft.text === ''}>
				Save
			</ExtraButton>
			<ExtraButton extra="history" icon={<History size={13} />} disabled={!hasHistory}>
				History
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
