import { create } from 'zustand';
import type { OfferedPart, WorkspaceSource } from '../../../../common/contract/calls/workspace.ts';
import type { EndpointConfig, EndpointConfigInput } from '../../../../common/endpoints/index.ts';
import type { SavedPayload } from '../../../../common/payload/saved.ts';
import type { Sequence } from '../../../../common/protocol-tests/test-schema.ts';
import type { RecordedAs } from '../../../../common/recording/name.ts';
import type { ComparedMessage, ComparedSide } from './compared.ts';

/** Where a person goes from the open workspace. */
export type NextWorkspace =
	/** Left out: the untitled one. */
	| { readonly to: 'file'; readonly path?: string }
	| { readonly to: 'new' }
	/** A file of which only the text is known. */
	| { readonly to: 'text'; readonly name: string; readonly text: string };

/**
 * What is written as a program. `port`: the one that a running endpoint has. `capture`: left out for the live one.
 * `target`: the endpoint that the composer sends to, whose place is the first one of the program.
 */
export type CodeSource =
	| { readonly of: 'endpoint'; readonly config: EndpointConfigInput; readonly port?: number | undefined }
	| { readonly of: 'connection'; readonly connection: number; readonly capture?: string | undefined }
	| { readonly of: 'payload'; readonly payload: SavedPayload; readonly target?: string | undefined }
	| { readonly of: 'test'; readonly test: Sequence };

/** The open dialog. */
export type OpenDialog =
	/** `config`: the form to begin with, in place of the gallery. */
	| { readonly kind: 'new-endpoint'; readonly config?: EndpointConfig }
	| { readonly kind: 'edit-endpoint'; readonly id: string }
	| { readonly kind: 'framing'; readonly id: string }
	/** `endpoint`: the name of one whose data are in the capture; left out: any of them. */
	| { readonly kind: 'try-framing'; readonly endpoint?: string | undefined }
	| { readonly kind: 'charset'; readonly id: string }
	| { readonly kind: 'rules'; readonly id: string }
	| { readonly kind: 'options'; readonly id: string }
	| { readonly kind: 'faults'; readonly id: string; readonly connection?: number }
	| { readonly kind: 'open-path' }
	| { readonly kind: 'workspace-path'; readonly use: 'open' | 'save-as' | 'take-parts' }
	| { readonly kind: 'leave-workspace'; readonly next: NextWorkspace }
	/** A workspace file that was dropped while something is set up. */
	| { readonly kind: 'dropped-workspace'; readonly from: WorkspaceSource; readonly name: string }
	| {
			readonly kind: 'take-parts';
			readonly from: WorkspaceSource;
			readonly title: string;
			readonly parts: readonly OfferedPart[];
	  }
	| { readonly kind: 'export-parts'; readonly title: string; readonly parts: readonly OfferedPart[] }
	| { readonly kind: 'secrets' }
	| { readonly kind: 'variables' }
	/** `shows`: the id of a structure of the workspace. */
	| { readonly kind: 'structures'; readonly shows?: string }
	| { readonly kind: 'agent-calls' }
	| { readonly kind: 'folder'; readonly id: string }
	| { readonly kind: 'export' }
	| { readonly kind: 'captures' }
	| { readonly kind: 'filters' }
	| { readonly kind: 'colours' }
	| { readonly kind: 'load-test'; readonly id: string }
	| { readonly kind: 'loss-report'; readonly id: string }
	/** `shows`: a test of the workspace. */
	| { readonly kind: 'tests'; readonly shows?: { readonly name: string; readonly folder?: string } }
	| {
			readonly kind: 'recording';
			readonly as: RecordedAs;
			readonly connection: number;
			readonly capture?: string | undefined;
	  }
	| {
			readonly kind: 'compare';
			/** Undefined: a message that this side lacks. */
			readonly a: ComparedMessage | undefined;
			readonly b: ComparedMessage | undefined;
			/** What is shown again afterwards. */
			readonly back?: OpenDialog;
	  }
	| { readonly kind: 'compare-connections'; readonly a: ComparedSide; readonly b: ComparedSide }
	| { readonly kind: 'code'; readonly source: CodeSource }
	| { readonly kind: 'settings' }
	| { readonly kind: 'palette' }
	| { readonly kind: 'keys' };

interface Dialogs {
	readonly open: OpenDialog | undefined;
	/** Over the open one, which goes on when this is closed. */
	readonly over: OpenDialog | undefined;
}

export const useDialogs = create<Dialogs>()(() => ({ open: undefined, over: undefined }));

export function openDialog(open: OpenDialog): void {
	useDialogs.setState({ open, over: undefined });
}

/** Closes the open dialog, with the one over it. */
export function closeDialog(): void {
	useDialogs.setState({ open: undefined, over: undefined });
}
