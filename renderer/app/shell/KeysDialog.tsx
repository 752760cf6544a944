import { Fragment } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { closeDialog } from '../state/window/dialogs.ts';
import { KEYS } from './keys.ts';

/** All keyboard shortcuts, by place. */
export function KeysDialog() {
	return (
		<Dialog title="Keyboard" onClose={closeDialog} width={520}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling element must be reachable by keyboard */}
			<section className="keys" tabIndex={0} aria-label="Keys">
				{KEYS.map(({ where, keys }) => (
					<Fragment key={where}>
						<h3>{where}</h3>
						<dl>
							{keys.map(([key, what]) => (
								<div key={key}>
									<dt>
										<kbd>{key}</kbd>
									</dt>
									<dd>{what}</dd>
								</div>
							))}
						</dl>
					</Fragment>
				))}
			</section>
		</Dialog>
	);
}
