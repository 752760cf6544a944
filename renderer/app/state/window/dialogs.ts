import { create } from 'zustand';

/** The open dialog. */
export type OpenDialog =
	| { readonly kind: 'new-endpoint' }
	| { readonly kind: 'edit-endpoint'; readonly id: string }
	| { readonly kind: 'framing'; readonly id: string }
	| { readonly kind: 'rules'; readonly id: string }
	| { readonly kind: 'options'; readonly id: string }
	| { readonly kind: 'faults'; readonly id: string; readonly connection?: number }
	| { readonly kind: 'open-path' }
	| { readonly kind: 'export' }
	| { readonly kind: 'captures' }
	| { readonly kind: 'filters' }
	| { readonly kind: 'load-test'; readonly id: string }
	| { readonly kind: 'loss-report'; readonly id: string }
	| { readonly kind: 'tests' }
	| { readonly kind: 'palette' }
	| { readonly kind: 'keys' };

interface Dialogs {
	readonly open: OpenDialog | undefined;
}

export const useDialogs = create<Dialogs>()(() => ({ open: undefined }));

export function openDialog(open: OpenDialog): void {
	useDialogs.setState({ open });
}

export function closeDialog(): void {
	useDialogs.setState({ open: undefined });
}
