import type { CodeProgram } from '../../../common/code/index.ts';
import { type CodeSource, closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { ProgramView } from './ProgramView.tsx';
import { useDescribed } from './use-described.ts';
import './as-code.css';

/** Shows an endpoint or a conversation as a program. */
export function CodeDialog({ source }: { readonly source: CodeSource }) {
	const { asCode: text } = useDialogWords();
	const { program, fault } = useDescribed(source);
	const title = source.of === 'endpoint' ? text.title(source.config.name) : text.titleOfConnection(source.connection);
	return (
		<Dialog title={title} onClose={closeDialog} width={860}>
			<Content program={program} fault={fault} />
		</Dialog>
	);
}

interface ContentProps {
	readonly program: CodeProgram | undefined;
	readonly fault: string | undefined;
}

function Content({ program, fault }: ContentProps) {
	const { asCode: text } = useDialogWords();
	const { close } = useWords().ui;
	if (program !== undefined) return <ProgramView program={program} />;
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
					<Button onClick={closeDialog} autoFocus>
						{close}
					</Button>
				}
			>
				{fault}
			</EmptyState>
		</div>
	);
}
