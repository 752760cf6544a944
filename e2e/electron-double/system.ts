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

interface Item {
	readonly id?: string;
	readonly label?: string;
	readonly role?: string;
	readonly type?: string;
	readonly submenu?: readonly Item[];
	readonly click?: () => void;
}
let applicationMenu: readonly Item[] = [];

function* flatten(items: readonly Item[]): Generator<Item> {
	for (const item of items) {
		yield item;
		yield* flatten(item.submenu ?? []);
	}
}

/** Labels and roles of the application menu, in order. */
export function menuNames(): string[] {
	return [...flatten(applicationMenu)].map((item) => item.label ?? item.role ?? item.type ?? '');
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
	if (does.what === 'choose-file') chosen.push(does.path === undefined ? [] : [does.path]);
	if (does.what !== 'choose-menu-item') return;
	const item = [...flatten(applicationMenu)].find((candidate) => candidate.id === does.id);
	if (item?.click === undefined) throw new Error(`The menu has no item "${does.id}".`);
	item.click();
});

/** The person's choices in the next dialogs. */
const chosen: string[][] = [];

export const dialog = loud('dialog', {
	showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
		const { properties }: { properties?: unknown } = Object(args.at(-1));
		if (!Array.isArray(properties) || properties.join() !== 'openFile') {
			throw new Error('The Electron double has no dialog but for one file.');
		}
		const filePaths = chosen.shift();
		if (filePaths === undefined) throw new Error('Nobody is there to choose a file.');
		return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
	},
	/** The system's own dialog has already confirmed replacing a file. */
	showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
		const { defaultPath }: { defaultPath?: unknown } = Object(args.at(-1));
		if (typeof defaultPath !== 'string') throw new Error('A dialog to save with has to propose a name.');
		const filePaths = chosen.shift();
		if (filePaths === undefined) throw new Error('Nobody is there to choose a place.');
		return Promise.resolve({ canceled: filePaths.length === 0, filePath: filePaths[0] ?? '' });
	},
	showErrorBox(title: string, content: string): void {
		process.stderr.write(`${title}: ${content}\n`);
	},
});

export const shell = loud('shell', {
	openPath: (path: string) => Promise.resolve(`The Electron double does not open ${path}.`),
});
