import { useState } from 'react';
import { charsetOf } from '../../../../common/payload/index.ts';
import { CHARSETS } from '../../../../common/payload/schema.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { setCharset } from '../../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../../app/state/window/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';
import '../form.css';

/** Changes the charset of an endpoint, also while it runs. */
export function CharsetDialog({ id }: { readonly id: string }) {
	const config = useWorkbench((workbench) => workbench.endpoints.get(id)?.config);
	const { form } = useDialogWords().endpointForm;
	const { charsetOffer: words, charsets, ui } = useWords();
	const [charset, setChosen] = useState(() => charsetOf(config ?? {}));
	if (config === undefined) {
		return (
			<Dialog title={words.label} onClose={closeDialog} width={480}>
				<p className="form-gone">{form.gone}</p>
			</Dialog>
		);
	}
	return (
		<Dialog title={words.of(config.name)} onClose={closeDialog} width={480}>
			<form
				className="form"
				aria-label={words.label}
				onSubmit={(event) => {
					event.preventDefault();
					closeDialog();
					void setCharset(id, charset);
				}}
			>
				<div className="form-body">
					<Select
						label={words.label}
						aside={<ExplainButton explains="fields.charset" />}
						value={charset}
						choices={CHARSETS.map((value) => ({ value, label: charsets[value] }))}
						onChange={setChosen}
					/>
				</div>
				<footer className="form-foot">
					<div className="form-buttons">
						<Button onClick={closeDialog}>{ui.cancel}</Button>
						<Button type="submit" variant="primary">
							{words.takeThis}
						</Button>
					</div>
				</footer>
			</form>
		</Dialog>
	);
}
