import { CircleHelp, X } from 'lucide-react';
import { type ReactNode, use, useCallback, useId, useState } from 'react';
import { useWords } from '../words/index.ts';
import { DialogHelp } from './dialog-help.ts';
import { IconButton } from './IconButton.tsx';
import { OverlayContainer } from './overlay.ts';
import './dialog.css';

export interface DialogProps {
	readonly title: string;
	readonly onClose: () => void;
	/** Pixels; it never gets wider than the window. Default 480. */
	readonly width?: number;
	/** `sheet` stands at the right edge over the whole height. */
	readonly placement?: 'centre' | 'sheet';
	/** Beside the title: a back button, say. */
	readonly lead?: ReactNode;
	readonly children: ReactNode;
}

/**
 * A modal dialog while it is mounted. The browser's own element traps the focus, makes the rest inert, closes on Escape
 * and restores the focus. A click on the backdrop closes it too; the key for that is Escape. The children are mounted
 * after it opens, so that one of them can take the focus.
 */
export function Dialog({ title, onClose, width = 480, placement = 'centre', lead, children }: DialogProps) {
	const [element, setElement] = useState<HTMLDialogElement | null>(null);
	const titleId = useId();
	const text = useWords().ui;
	const help = use(DialogHelp);

	const open = useCallback((dialog: HTMLDialogElement | null) => {
		if (dialog === null) return;
		const before = document.activeElement;
		dialog.showModal();
		// What is in it may take the focus later; the help would be the first.
		dialog.querySelector<HTMLElement>('[data-close]')?.focus();
		setElement(dialog);
		return () => {
			dialog.close();
			if (before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, []);

	return (
		<dialog
			ref={open}
			className={`ui-dialog ui-dialog-${placement}`}
			aria-labelledby={titleId}
			style={{ width: `min(${width}px, calc(100vw - 32px))` }}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onMouseDown={(event) => {
				if (event.target === element) onClose();
			}}
		>
			<div className="ui-dialog-body">
				<header className="ui-dialog-head">
					{lead}
					<h2 id={titleId}>{title}</h2>
					{help === undefined ? null : (
						// Where it has the first focus, Escape would close its tooltip instead of the dialog.
						<IconButton label={text.help} tip={false} onClick={help}>
							<CircleHelp size={15} />
						</IconButton>
					)}
					<IconButton label={text.close} tip={false} data-close="" onClick={onClose}>
						<X size={16} />
					</IconButton>
				</header>
				<OverlayContainer value={element}>{element === null ? null : children}</OverlayContainer>
			</div>
		</dialog>
	);
}
