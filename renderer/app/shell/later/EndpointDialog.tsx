import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import {
	beginForm,
	EndpointForm,
	type FormState,
	leaveForm,
	NEW,
	useForms,
} from '../../../features/endpoint-form/index.ts';
import { Gallery } from '../../../features/gallery/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { Offer } from '../../shared/offers/offers.ts';
import { chosenConfig } from '../../state/endpoints/chosen-config.ts';
import { createAndStart, paneAfter } from '../../state/endpoints/clients.ts';
import { useWorkbench } from '../../state/endpoints/workbench.ts';
import { closeDialog } from '../../state/window/dialogs.ts';
import { openLessons } from '../../state/window/lessons.ts';
import '../../../features/endpoint-form/form.css';
import { useDialogWords } from '../../../words/dialogs.ts';

interface EndpointDialogProps {
	/** The endpoint to edit; undefined for a new one. */
	readonly edit: string | undefined;
	/** Of a new one: the form to begin with, in place of the gallery. */
	readonly config?: EndpointConfig | undefined;
}

/** Creates an endpoint from the gallery, or edits the one with the given id. */
export function EndpointDialog({ edit, config }: EndpointDialogProps) {
	return edit === undefined ? <NewDialog config={config} /> : <EditDialog id={edit} />;
}

function NewDialog({ config }: Pick<EndpointDialogProps, 'config'>) {
	const { form: words } = useDialogWords().endpointForm;
	const [choosing, setChoosing] = useState(() => {
		if (config !== undefined) beginForm(NEW, config);
		return config === undefined;
	});
	const form = useForms((state) => state.forms.get(NEW));
	const close = () => {
		leaveForm(NEW);
		closeDialog();
	};
	const choose = async (offer: Offer) => {
		beginForm(NEW, await chosenConfig(offer));
		setChoosing(false);
	};
	const start = async (offer: Offer) => {
		const chosen = await chosenConfig(offer);
		// Synchronously, so that the dialog restores the focus before it moves on.
		flushSync(close);
		await createAndStart(chosen, paneAfter(chosen));
	};
	const gallery = choosing || form === undefined;
	return (
		<Dialog
			title={words.new}
			onClose={close}
			width={formWidth(form)}
			lead={
				gallery ? undefined : (
					<IconButton label={words.toGallery} tip={false} onClick={() => setChoosing(true)}>
						<ArrowLeft size={16} />
					</IconButton>
				)
			}
		>
			{gallery ? (
				<Gallery
					onChoose={(offer) => void choose(offer)}
					onStart={(offer) => void start(offer)}
					unfinished={form?.draft.name}
					onContinue={() => setChoosing(false)}
					onCreated={close}
					onLesson={(lesson) => {
						// Synchronously, so that the dialog restores the focus before it moves on.
						flushSync(close);
						openLessons(lesson);
					}}
				/>
			) : (
				<EndpointForm formKey={NEW} form={form} onDone={closeDialog} />
			)}
		</Dialog>
	);
}

function EditDialog({ id }: { readonly id: string }) {
	const config = useWorkbench((workbench) => workbench.endpoints.get(id)?.config);
	const { form: words } = useDialogWords().endpointForm;
	const [began] = useState(() => {
		if (config === undefined) return false;
		if (!useForms.getState().forms.has(id)) beginForm(id, config);
		return true;
	});
	const form = useForms((state) => state.forms.get(id));
	const close = () => {
		leaveForm(id);
		closeDialog();
	};
	const known = began && config !== undefined && form !== undefined;
	return (
		<Dialog
			title={config === undefined ? words.edit : words.editNamed(config.name)}
			onClose={close}
			width={formWidth(form)}
		>
			{known ? (
				<EndpointForm formKey={id} form={form} edit={id} onDone={closeDialog} />
			) : (
				<p className="form-gone">{words.gone}</p>
			)}
		</Dialog>
	);
}

/** With rules there is room for their trial beside them. Pixels. */
function formWidth(form: FormState | undefined): number {
	return form !== undefined && 'rules' in form.draft && form.draft.rules.length > 0 ? 960 : 620;
}
