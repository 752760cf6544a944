import { Diff, Eye, FileDown, FolderOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OpenCapture } from '../../../common/contract/calls/open-capture.ts';
import { formatBytes, formatCount } from '../../app/shared/format.ts';
import { backToLive, closeCapture, lookAt, useCaptures, useViewedCapture } from '../../app/state/capture/captures.ts';
import { compareCapture } from '../../app/state/capture/compare-connections.ts';
import { chooseFile, openFiles } from '../../app/state/capture/open-file.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { onOpenRequest } from '../../app/state/window/open-request.ts';
import { BarMenu } from '../../ui/BarMenu.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { percent } from './percent.ts';
import './open-capture.css';

/** The note of a capture in the menu. */
function noteOf({ kind, progress, error, size, events }: OpenCapture): string {
	if (error !== undefined) return 'not opened';
	if (progress !== undefined) return percent(progress);
	if (kind === 'live') return 'now';
	return `${formatCount(events)} events, ${formatBytes(size)}`;
}

/** The viewed capture, the other open ones, and the command to open more. */
export function CaptureMenu() {
	const list = useCaptures((captures) => captures.list);
	const viewed = useViewedCapture();
	const input = useRef<HTMLInputElement>(null);
	const choose = () => chooseFile(() => input.current?.click());
	useEffect(() => onOpenRequest(() => chooseFile(() => input.current?.click())), []);
	const opened = viewed !== undefined && viewed.kind !== 'live' ? viewed : undefined;
	const title = opened?.title ?? 'Live capture';
	const entry = (one: OpenCapture): MenuEntry => ({
		label: one.kind === 'live' ? 'Live capture' : one.title,
		note: noteOf(one),
		icon: one.id === viewed?.id ? <Eye size={14} /> : <span className="capture-menu-space" />,
		disabled: one.progress !== undefined || one.error !== undefined,
		onSelect: () => (one.kind === 'live' ? backToLive() : lookAt(one)),
	});
	const entries: MenuEntry[] = [
		{ heading: 'Look at' },
		...list.map(entry),
		'separator',
		{
			label: 'Export…',
			note: 'Ctrl Shift E',
			icon: <FileDown size={14} />,
			onSelect: () => openDialog({ kind: 'export' }),
		},
		{ label: 'Compare with…', icon: <Diff size={14} />, onSelect: () => compareCapture(opened?.id) },
		{ label: 'Open file…', note: 'Ctrl O', icon: <FolderOpen size={14} />, onSelect: choose },
		{ label: 'Open path…', icon: <span />, onSelect: () => openDialog({ kind: 'open-path' }) },
		{ label: 'All captures…', note: 'Alt C', icon: <span />, onSelect: () => openDialog({ kind: 'captures' }) },
	];
	if (opened !== undefined) {
		const close = { label: `Close ${opened.title}`, icon: <span />, onSelect: () => closeCapture(opened.id) };
		entries.push('separator', close);
	}
	return (
		<>
			<BarMenu of="Capture" title={title} label="Captures" entries={entries} />
			<input
				ref={input}
				type="file"
				hidden
				multiple
				aria-label="Capture file"
				onChange={({ currentTarget }) => {
					openFiles([...(currentTarget.files ?? [])]);
					// So that the same file can be chosen again.
					currentTarget.value = '';
				}}
			/>
		</>
	);
}
