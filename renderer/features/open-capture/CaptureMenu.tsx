import { Diff, Eye, FileDown, FolderOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OpenCapture } from '../../../common/contract/calls/open-capture.ts';
import { formatBytes } from '../../app/shared/format.ts';
import { useKeyText } from '../../app/shared/use-tip.ts';
import { backToLive, closeCapture, lookAt, useCaptures, useViewedCapture } from '../../app/state/capture/captures.ts';
import { compareCapture } from '../../app/state/capture/compare/compare-connections.ts';
import { chooseFile, openFiles } from '../../app/state/capture/open-file.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { onOpenRequest } from '../../app/state/window/open-request.ts';
import { BarMenu } from '../../ui/BarMenu.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { percent } from './percent.ts';
import './open-capture.css';
import { useWords, words } from '../../words/index.ts';

/** The note of a capture in the menu. */
function noteOf({ kind, progress, error, size, events }: OpenCapture): string {
	const { openCapture } = words();
	if (error !== undefined) return openCapture.notOpened;
	if (progress !== undefined) return percent(progress);
	if (kind === 'live') return openCapture.now;
	return openCapture.size(events, formatBytes(size));
}

/** The viewed capture, the other open ones, and the command to open more. */
export function CaptureMenu() {
	const list = useCaptures((captures) => captures.list);
	const viewed = useViewedCapture();
	const input = useRef<HTMLInputElement>(null);
	const choose = () => chooseFile(() => input.current?.click());
	useEffect(() => onOpenRequest(() => chooseFile(() => input.current?.click())), []);
	const opened = viewed !== undefined && viewed.kind !== 'live' ? viewed : undefined;
	const { openCapture: text } = useWords();
	const keyOf = useKeyText();
	const title = opened?.title ?? text.live;
	const entry = (one: OpenCapture): MenuEntry => ({
		label: one.kind === 'live' ? text.live : one.title,
		note: noteOf(one),
		icon: one.id === viewed?.id ? <Eye size={14} /> : <span className="capture-menu-space" />,
		disabled: one.progress !== undefined || one.error !== undefined,
		onSelect: () => (one.kind === 'live' ? backToLive() : lookAt(one)),
	});
	const entries: MenuEntry[] = [
		{ heading: text.lookAt },
		...list.map(entry),
		'separator',
		{
			label: text.export,
			note: keyOf('export'),
			icon: <FileDown size={14} />,
			onSelect: () => openDialog({ kind: 'export' }),
		},
		{ label: text.compare, icon: <Diff size={14} />, onSelect: () => compareCapture(opened?.id) },
		{ label: text.openFile, note: keyOf('open-capture'), icon: <FolderOpen size={14} />, onSelect: choose },
		{ label: text.openPath, icon: <span />, onSelect: () => openDialog({ kind: 'open-path' }) },
		{
			label: text.all,
			note: keyOf('captures'),
			icon: <span />,
			onSelect: () => openDialog({ kind: 'captures' }),
		},
	];
	if (opened !== undefined) {
		const close = { label: text.close(opened.title), icon: <span />, onSelect: () => closeCapture(opened.id) };
		entries.push('separator', close);
	}
	return (
		<>
			<BarMenu of={text.capture} title={title} label={text.captures} entries={entries} />
			<input
				ref={input}
				type="file"
				hidden
				multiple
				aria-label={text.file}
				onChange={({ currentTarget }) => {
					openFiles([...(currentTarget.files ?? [])]);
					// So that the same file can be chosen again.
					currentTarget.value = '';
				}}
			/>
		</>
	);
}
