import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { beginForm, EndpointForm, leaveForm, NEW, useForms } from '../../features/endpoint-form/index.ts';
import { Gallery, type Offer, startingConfig } from '../../features/gallery/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { targetsOf } from '../shared/targets.ts';
import { useWorkbench } from '../state/endpoints/workbench.ts';
import { closeDialog } from '../state/window/dialogs.ts';
import { useSelection } from '../state/window/selection.ts';
import '../../features/endpoint-form/form.css';

/** Creates an endpoint from the gallery, or edits the one with the given id. */
export function EndpointDialog({ edit }: { readonly edit: string | undefined }) {
	return edit === undefined ? <NewDialog /> : <EditDialog id={edit} />;
}

function NewDialog() {
	const [choosing, setChoosing] = useState(true);
	const form = useForms((state) => state.forms.get(NEW));
	const close = () => {
		leaveForm(NEW);
		closeDialog();
	};
	const choose = (offer: Offer) => {
		const endpoints = [...useWorkbench.getState().endpoints.values()];
		beginForm(NEW, startingConfig(offer, endpoints, targetsOf(endpoints, useSelection.getState().endpoint)));
		setChoosing(false);
	};
	const gallery = choosing || form === undefined;
	return (
		<Dialog
			title="New endpoint"
			onClose={close}
			width={620}
			lead={
				gallery ? undefined : (
					<IconButton label="Back to the gallery" tip={false} onClick={() => setChoosing(true)}>
						<ArrowLeft size={16} />
					</IconButton>
				)
			}
		>
			{gallery ? (
				<Gallery
					onChoose={choose}
					unfinished={form?.draft.name}
					onContinue={() => setChoosing(false)}
					onCreated={close}
				/>
			) : (
				<EndpointForm formKey={NEW} form={form} onDone={closeDialog} />
			)}
		</Dialog>
	);
}

function EditDialog({ id }: { readonly id: string }) {
	const config = useWorkbench((workbench) => workbench.endpoints.get(id)?.config);
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
		<Dialog title={`Edit ${config?.name ?? 'endpoint'}`} onClose={close} width={620}>
			{known ? (
				<EndpointForm formKey={id} form={form} edit={id} onDone={closeDialog} />
			) : (
				<p className="form-gone">The endpoint is no longer there.</p>
			)}
		</Dialog>
	);
}
