import { app } from './app.ts';
import { incoming, tellDriver } from './link.ts';
import { LoudEmitter, loud } from './loud.ts';
import type { PersonDoes } from './messages.ts';

/** One display, with a panel of 40 pixels at the top. */
export const WORK_AREA = { x: 0, y: 40, width: 1920, height: 1040 } as const;

const display = () => {
	app.requireReady('screen');
	return loud('Display', { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, workArea: WORK_AREA });
};
export const screen = loud('screen', {
	getPrimaryDisplay: display,
	getAllDisplays: () => [display()],
});

class NativeTheme extends LoudEmitter {
	source = 'system';

	constructor() {
		super('nativeTheme', ['updated']);
	}
	get themeSource(): string {
		return this.source;
	}
	set themeSource(source: string) {
		const changed = source !== this.source;
		this.source = source;
		tellDriver({ type: 'theme', dark: this.shouldUseDarkColors });
		if (changed) this.emit('updated');
	}
	get shouldUseDarkColors(): boolean {
		return this.source === 'dark';
	}
}
export const nativeTheme = loud('nativeTheme', new NativeTheme());

export interface Item {
	readonly id?: string;
	readonly label?: string;
	readonly role?: string;
	readonly type?: string;
	readonly submenu?: readonly Item[];
	readonly checked?: boolean;
	readonly click?: () => void;
}
let applicationMenu: readonly Item[] = [];

export function* flatten(items: readonly Item[]): Generator<Item> {
	for (const item of items) {
		yield item;
		yield* flatten(item.submenu ?? []);
	}
}

/** Labels and roles of the application menu, in order. */
export function menuNames(): string[] {
	return [...flatten(applicationMenu)].map((item) => item.label ?? item.role ?? item.type ?? '');
}

/** Ids of the chosen radio items. */
export function chosenItems(): string[] {
	return [...flatten(applicationMenu)].flatMap(({ type, checked, id }) =>
		type === 'radio' && checked === true && id !== undefined ? [id] : [],
	);
}

export const Menu = loud('Menu', {
	buildFromTemplate(template: readonly Item[]): readonly Item[] {
		for (const item of flatten(template)) {
			if ((item.label ?? item.role ?? item.type) === undefined) {
				throw new Error('Invalid template for MenuItem: must have at least one of label, role or type');
			}
		}
		return template;
	},
	setApplicationMenu(menu: readonly Item[]): void {
		applicationMenu = menu;
	},
});

incoming.on('person', ({ does }: { does: PersonDoes }) => {
	if (does.what !== 'choose-menu-item') return;
	const item = [...flatten(applicationMenu)].find((candidate) => candidate.id === does.id);
	if (item?.click === undefined) throw new Error(`The menu has no item "${does.id}".`);
	item.click();
});

export const shell = loud('shell', {
	openPath: (path: string) => Promise.resolve(`The Electron double does not open ${path}.`),
});
