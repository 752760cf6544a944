import { useEffect } from 'react';
import { FramingPicker } from '../../app/shared/FramingPicker.tsx';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { ConnectionPicker } from './ConnectionPicker.tsx';
import { useConversation } from './state/store.ts';

const MODES = [
	{ value: 'dialogue', label: 'Dialogue' },
	{ value: 'boundaries', label: 'Boundaries' },
	{ value: 'parts', label: 'Header, body' },
] as const;
const SIDES = [
	{ value: 'both', label: 'Both' },
	{ value: 'in', label: '← In' },
	{ value: 'out', label: '→ Out' },
] as const;
const CUTS = [SIDES[1], SIDES[2]] as const;
const FORMS = [
	{ value: 'text', label: 'Text' },
	{ value: 'hex', label: 'Hex' },
	{ value: 'escaped', label: 'Escaped' },
] as const;

const HALVES = [
	{ value: 'one', label: 'One half' },
	{ value: 'both', label: 'Both halves' },
] as const;

/** The shown conversation, and its options. */
export function ConversationBar() {
	const { connection, pair, halves, mode, side, cut, form, framing } = useConversation();
	const other = useWorkbench(({ connections }) =>
		connection === undefined ? undefined : connections.get(connection)?.proxy?.other,
	);
	useEffect(() => {
		if (other !== undefined) useConversation.setState({ pair: other });
	}, [other]);
	const set = useConversation.setState;
	return (
		<div className="talk-bar">
			<ConnectionPicker />
			<Segmented label="View of the conversation" value={mode} segments={MODES} onChange={(mode) => set({ mode })} />
			{mode === 'dialogue' ? (
				<Segmented label="Whose bytes" value={side} segments={SIDES} onChange={(side) => set({ side })} />
			) : (
				<Segmented label="Whose stream" value={cut} segments={CUTS} onChange={(cut) => set({ cut })} />
			)}
			<Segmented label="Bytes as" value={form} segments={FORMS} onChange={(form) => set({ form })} />
			{mode === 'dialogue' && pair !== undefined ? (
				<Segmented
					label="Halves of the proxied connection"
					value={halves}
					segments={HALVES}
					onChange={(halves) => set({ halves })}
				/>
			) : null}
			{mode === 'boundaries' ? <FramingPicker framing={framing} onChange={(next) => set({ framing: next })} /> : null}
		</div>
	);
}
