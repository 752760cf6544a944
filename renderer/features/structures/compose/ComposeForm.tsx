import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { toHex } from '../../../../common/payload/index.ts';
import { type Program, readMessage, writeMessage } from '../../../../common/structure/index.ts';
import { writeClipboard } from '../../../app/shared/clipboard.ts';
import { dataOfForm, type FormGroup, formOfData, NOTHING } from '../../../app/shared/structures/compose/form-value.ts';
import { LayoutFields } from '../../../app/shared/structures/compose/LayoutFields.tsx';
import { offerDraft } from '../../../app/state/window/composer-draft.ts';
import { closeDialog } from '../../../app/state/window/dialogs.ts';
import { requestFocus } from '../../../app/state/window/focus.ts';
import { toast, toastError } from '../../../app/state/window/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { faultText } from '../../../words/errors.ts';

interface ComposeFormProps {
	readonly program: Program;
	/** A message whose values the form can begin with. */
	readonly message: Uint8Array | undefined;
}

/** A form made of a structure: lengths, counts, checksums and constants are computed. */
export function ComposeForm({ program, message }: ComposeFormProps) {
	const { structures: words } = useDialogWords();
	const [group, setGroup] = useState<FormGroup>(NOTHING);
	const written = useMemo(() => writeMessage(program, dataOfForm(program, group)), [program, group]);
	const faults = written.ok ? [] : written.faults;
	const errors = new Map(faults.map((fault) => [fault.field, faultText(fault)] as const));
	const hex = written.ok ? toHex(written.bytes, ' ') : '';

	const put = () => {
		if (!written.ok) return;
		offerDraft({ bytes: written.bytes, connection: 0, endpoint: '' });
		// The composer can take the focus only once the dialog has given it back.
		flushSync(closeDialog);
		requestFocus('composer');
	};
	const copy = () =>
		void writeClipboard(hex).then(
			() => toast({ tone: 'info', title: words.copied }),
			(error: unknown) => toastError(words.notCopied, error),
		);
	const begin = () => {
		if (message !== undefined) setGroup(formOfData(program, readMessage(program, message).values));
	};
	return (
		<form className="structure-compose" aria-label={words.compose} onSubmit={(event) => event.preventDefault()}>
			<div className="structure-values">
				{message === undefined || message.length === 0 ? null : (
					<Button variant="ghost" onClick={begin}>
						{words.fromMessage}
					</Button>
				)}
				<LayoutFields layout={program.layout} group={group} path="" errors={errors} onChange={setGroup} />
			</div>
			<output className="structure-composed" aria-live="polite">
				{written.ok ? (
					<>
						<span>{words.composed(written.bytes.length)}</span>
						<code>{hex}</code>
					</>
				) : (
					faults.slice(0, 3).map((fault) => <span key={fault.field}>{faultText(fault)}</span>)
				)}
			</output>
			<div className="structure-actions">
				<Button disabled={!written.ok} onClick={copy}>
					{words.copy}
				</Button>
				<Button variant="primary" disabled={!written.ok} onClick={put}>
					{words.toComposer}
				</Button>
			</div>
		</form>
	);
}
