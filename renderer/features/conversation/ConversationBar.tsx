import { ListTree } from 'lucide-react';
import { useEffect } from 'react';
import { ExplainedSegmented } from '../../app/shared/explain/ExplainedSegmented.tsx';
import { FramingPicker } from '../../app/shared/framing-picker/FramingPicker.tsx';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Segment, Segmented } from '../../ui/Segmented.tsx';
import { useWords } from '../../words/index.ts';
import { ConnectionPicker } from './ConnectionPicker.tsx';
import { useConversation } from './state/store.ts';

const MODES = ['dialogue', 'boundaries', 'parts'] as const;
const SIDES = ['both', 'in', 'out'] as const;
const CUTS = ['in', 'out'] as const;
const FORMS = ['text', 'hex', 'escaped'] as const;
const HALVES = ['one', 'both'] as const;

function segmentsOf<V extends string>(
	values: readonly V[],
	labels: Readonly<Record<V, string>>,
): readonly Segment<V>[] {
	return values.map((value) => ({ value, label: labels[value] }));
}

/** The shown conversation, and its options. */
export function ConversationBar() {
	const { connection, pair, halves, mode, side, cut, form, decoded, framing } = useConversation();
	const other = useWorkbench(({ connections }) =>
		connection === undefined ? undefined : connections.get(connection)?.proxy?.other,
	);
	useEffect(() => {
		if (other !== undefined) useConversation.setState({ pair: other });
	}, [other]);
	const words = useWords().conversation;
	const set = useConversation.setState;
	return (
		<div className="talk-bar">
			<ConnectionPicker />
			<ExplainedSegmented
				label={words.modeLabel}
				explains="views.conversation"
				value={mode}
				segments={segmentsOf(MODES, words.modes)}
				onChange={(mode) => set({ mode })}
			/>
			{mode === 'dialogue' ? (
				<Segmented
					label={words.sideLabel}
					value={side}
					segments={segmentsOf(SIDES, words.sides)}
					onChange={(side) => set({ side })}
				/>
			) : (
				<Segmented
					label={words.cutLabel}
					value={cut}
					segments={segmentsOf(CUTS, words.sides)}
					onChange={(cut) => set({ cut })}
				/>
			)}
			<Segmented
				label={words.formLabel}
				value={form}
				segments={segmentsOf(FORMS, words.forms)}
				onChange={(form) => set({ form })}
			/>
			{mode === 'dialogue' || mode === 'boundaries' ? (
				<IconButton
					label={words.decoded}
					tip={words.decodedTip}
					aria-pressed={decoded}
					onClick={() => set({ decoded: !decoded })}
				>
					<ListTree size={15} />
				</IconButton>
			) : null}
			{mode === 'dialogue' && pair !== undefined ? (
				<Segmented
					label={words.halvesLabel}
					value={halves}
					segments={segmentsOf(HALVES, words.halves)}
					onChange={(halves) => set({ halves })}
				/>
			) : null}
			{mode === 'boundaries' ? <FramingPicker framing={framing} onChange={(next) => set({ framing: next })} /> : null}
		</div>
	);
}
