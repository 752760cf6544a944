import type { ReactNode } from 'react';
import type { CodeProgram } from '../../../common/code/index.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import type { CodeSource } from '../../app/state/window/dialogs.ts';
import { closeTopDialog } from '../../app/state/window/over-dialog.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { ProgramView } from './ProgramView.tsx';
import { ToField } from './ToField.tsx';
import { useDescribed } from './use-described.ts';
import { useTo } from './use-to.ts';
import './as-code.css';

/** Shows an endpoint, a conversation, a payload or a test as a program. */
export function CodeDialog({ source }: { readonly source: CodeSource }) {
	const { asCode: text } = useDialogWords();
	const to = useTo(source);
	const { program, fault } = useDescribed(source, to.client);
	return (
		<Dialog title={titleOf(source, text)} onClose={closeTopDialog} width={860}>
			<Content program={program} fault={fault}>
				{source.of === 'payload' ? <ToField {...to} /> : null}
			</Content>
		</Dialog>
	);
}

function titleOf(source: CodeSource, text: DialogWords['asCode']): string {
	switch (source.of) {
		case 'endpoint':
			return text.title(source.config.name);
		case 'payload':
			return text.title(source.payload.name);
		case 'test':
			return text.title(source.test.name);
		case 'connection':
			return text.titleOfConnection(source.connection);
	}
}

interface ContentProps {
	readonly program: CodeProgram | undefined;
	readonly fault: string | undefined;
	/** Besides the choice of a language. */
	readonly children: ReactNode;
}

function Content({ program, fault, children }: ContentProps) {
	const { asCode: text } = useDialogWords();
	const { close } = useWords().ui;
	if (program !== undefined) return <ProgramView program={program}>{children}</ProgramView>;
	if (fault === undefined) {
		return (
			<div role="status" className="as-code-state">
				<EmptyState title={text.reading} />
			</div>
		);
	}
	return (
		<div role="alert" className="as-code-state">
			<EmptyState
				title={text.impossible}
				action={
					<Button onClick={closeTopDialog} autoFocus>
						{close}
					</Button>
				}
			>
				{fault}
			</EmptyState>
		</div>
	);
}
