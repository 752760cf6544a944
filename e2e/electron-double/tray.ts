import { existsSync } from 'node:fs';
import { app } from './app.ts';
import { incoming } from './link.ts';
import { LoudEmitter, loud } from './loud.ts';
import type { PersonDoes } from './messages.ts';
import { flatten, type Item } from './system.ts';

/** Icons that are in the tray. */
export const trays = new Set<Tray>();

export class Tray extends LoudEmitter {
	toolTip = '';
	items: readonly Item[] = [];

	constructor(image: string) {
		super('Tray', ['click']);
		app.requireReady('Tray');
		if (!existsSync(image)) throw new Error(`Failed to load image from path '${image}'`);
		const self = loud('Tray', this);
		trays.add(self);
		// biome-ignore lint/correctness/noConstructorReturn: the bundle's icon refuses unknown members
		return self;
	}
	setToolTip(text: string): void {
		this.toolTip = text;
	}
	setContextMenu(menu: readonly Item[]): void {
		this.items = menu;
	}
	destroy(): void {
		trays.delete(this);
	}
}

incoming.on('person', ({ does }: { does: PersonDoes }) => {
	if (does.what !== 'choose-tray-item') return;
	const items = [...trays].flatMap((tray) => [...flatten(tray.items)]);
	const item = items.find(({ id }) => id === does.id);
	if (item?.click === undefined) throw new Error(`No icon in the tray has an item "${does.id}".`);
	item.click();
});
