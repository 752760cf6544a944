import { ChevronDown } from 'lucide-react';
import { useEffect } from 'react';
import type { SavedPayload } from '../../../../common/payload/saved.ts';
import { learnEnvironment } from '../../../app/state/templates/names.ts';
import { removePayload, usePayloads } from '../../../app/state/templates/payloads.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { environmentOf } from '../draft/environment.ts';
import { byFolder } from './payload-draft.ts';
import './payloads.css';
import { useWords } from '../../../words/index.ts';

interface PayloadStripProps {
	readonly onSend: (payload: SavedPayload) => void;
	/** Puts it into the composer. */
	readonly onTake: (payload: SavedPayload) => void;
	readonly onEdit: (payload: SavedPayload) => void;
	readonly onCode: (payload: SavedPayload) => void;
}

/** A button for each saved payload, which sends it. */
export function PayloadStrip({ onSend, onTake, onEdit, onCode }: PayloadStripProps) {
	const { captureActions, composer, ui } = useWords();
	const text = composer.payloads;
	const payloads = usePayloads((saved) => saved.payloads);
	useEffect(() => learnEnvironment(payloads.flatMap(environmentOf)), [payloads]);
	if (payloads.length === 0) return null;
	return (
		<section className="payloads" aria-label={text.title}>
			{byFolder(payloads).map(({ folder, payloads: group }) => (
				<fieldset key={folder ?? ''} className="payloads-folder" aria-label={folder ?? text.noFolder}>
					{folder === undefined ? null : <span className="payloads-heading">{folder}</span>}
					{group.map((payload) => (
						<span key={payload.name} className="payloads-one">
							<Button title={text.send(payload.text.slice(0, 200))} onClick={() => onSend(payload)}>
								{payload.name}
								{payload.shortcut === undefined ? null : <kbd>{`Alt ${payload.shortcut}`}</kbd>}
							</Button>
							<Menu
								trigger={
									<IconButton size="s" label={text.more(payload.name)} tip={false}>
										<ChevronDown size={12} />
									</IconButton>
								}
								entries={[
									{ label: composer.send, onSelect: () => onSend(payload) },
									{ label: text.take, onSelect: () => onTake(payload) },
									{ label: text.edit, onSelect: () => onEdit(payload) },
									{ label: captureActions.asCode, onSelect: () => onCode(payload) },
									'separator',
									{ label: ui.delete, danger: true, onSelect: () => void removePayload(payload) },
								]}
							/>
						</span>
					))}
				</fieldset>
			))}
		</section>
	);
}
