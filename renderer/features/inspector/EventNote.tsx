import { Bookmark, NotebookPen, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { type MarkPlace, markKey } from '../../../common/capture/marks.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { setNote, toggleMark, useMarks } from '../../app/state/capture/marks.ts';
import { editNote, endNote, isDraftOf, useNoteDraft } from '../../app/state/capture/note-draft.ts';
import { requestFocus } from '../../app/state/window/focus.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';

/** The field is shown because a note was requested: typing continues its text. */
function focusAtEnd(field: HTMLTextAreaElement | null): void {
	field?.focus();
	field?.setSelectionRange(field.value.length, field.value.length);
}

/** The mark and the note of an event or a message, editable. */
export function EventNote({ place }: { readonly place: MarkPlace }) {
	const text = useWords().inspector;
	const mark = useMarks(({ marks }) => marks.get(markKey(place)));
	const note = mark?.note ?? '';
	/** The edited text. */
	const draft = useNoteDraft((state) => (isDraftOf(state, place) ? state.text : undefined));
	const done = (keep: boolean) => {
		endNote(keep);
		requestFocus('log');
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Enter' && !event.shiftKey) done(true);
		else if (event.key === 'Escape') done(false);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<div className="event-note">
			<IconButton
				label={text.mark.label}
				tip={mark?.marked ? text.mark.unmark : text.mark.mark}
				aria-pressed={mark?.marked ?? false}
				size="s"
				onClick={() => toggleMark(place)}
			>
				<Bookmark size={13} />
			</IconButton>
			{draft === undefined ? (
				note === '' ? (
					<Button variant="ghost" icon={<NotebookPen size={13} />} onClick={() => editNote(place)}>
						{text.note.add}
					</Button>
				) : (
					<>
						<button type="button" className="event-note-text" title={text.note.change} onClick={() => editNote(place)}>
							{note}
						</button>
						<IconButton label={text.note.delete} size="s" onClick={() => setNote(place, '')}>
							<Trash2 size={13} />
						</IconButton>
					</>
				)
			) : (
				<>
					<textarea
						ref={focusAtEnd}
						aria-label={text.note.label}
						className="ui-input event-note-field"
						rows={Math.min(6, draft.split('\n').length + 1)}
						maxLength={LIMITS.noteChars}
						placeholder={text.note.keys}
						value={draft}
						onChange={({ target }) => useNoteDraft.setState({ text: target.value })}
						onKeyDown={onKeyDown}
					/>
					<Button variant="primary" onClick={() => done(true)}>
						{text.save}
					</Button>
					<Button variant="ghost" onClick={() => done(false)}>
						{text.cancel}
					</Button>
				</>
			)}
		</div>
	);
}
