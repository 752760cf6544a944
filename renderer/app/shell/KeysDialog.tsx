import { Dialog } from '../../ui/Dialog.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { closeDialog } from '../state/window/dialogs.ts';

/** All keyboard shortcuts, by place. */
export function KeysDialog() {
	const { title, list, places } = useDialogWords().keys;
	return (
		<Dialog title={title} onClose={closeDialog} width={520}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling element must be reachable by keyboard */}
			<section className="keys" tabIndex={0} aria-label={list}>
				{Object.entries(places).map(([place, { where, keys }]) => (
					<div key={place}>
						<h3>{where}</h3>
						<dl>
							{Object.entries(keys).map(([key, what]) => (
								<div key={key}>
									<dt>
										<kbd>{key}</kbd>
									</dt>
									<dd>{what}</dd>
								</div>
							))}
						</dl>
					</div>
				))}
			</section>
		</Dialog>
	);
}
