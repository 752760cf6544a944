import { list, listedMessages, tryFraming, useListing } from '../../../app/state/capture/listing.ts';
import { inGroups } from '../../../app/state/capture/menu/row-entries.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { type MenuPlace, openContextMenu } from '../../../app/state/window/context-menu.ts';
import { openDialog } from '../../../app/state/window/dialogs.ts';
import type { MenuEntry } from '../../../ui/menu/MenuEntries.tsx';
import { dialogWords } from '../../../words/dialogs.ts';
import { words } from '../../../words/index.ts';

/** Opens the menu of the framings that split messages. */
export function openListingMenu(place: MenuPlace): void {
	const text = dialogWords().logMenus;
	const { tried } = useListing.getState();
	const streams = [...useWorkbench.getState().endpoints.values()].filter(({ config }) => 'framing' in config);
	const ofMessages = listedMessages() !== undefined;
	const { listed } = words().log;
	openContextMenu(
		place,
		listed.framings,
		inGroups(
			[
				{ label: text.tryFraming, onSelect: () => openDialog({ kind: 'try-framing' }) },
				...streams.map(
					({ config: { name } }): MenuEntry => ({
						label: text.tryFramingFor(name),
						checked: tried.some(({ endpoint }) => endpoint === name),
						onSelect: () => openDialog({ kind: 'try-framing', endpoint: name }),
					}),
				),
			],
			tried.map(({ endpoint }) => ({
				label: text.stopTrying(endpoint),
				onSelect: () => tryFraming(endpoint, undefined),
			})),
			ofMessages ? [{ label: listed.asReads, onSelect: () => list({ as: 'reads' }) }] : [],
		),
	);
}
