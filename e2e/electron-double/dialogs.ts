import { app } from './app.ts';
import { incoming } from './link.ts';
import { loud } from './loud.ts';
import type { MessageBox, PersonDoes } from './messages.ts';

interface MessageBoxOptions {
	readonly message: string;
	readonly detail?: string;
	readonly buttons?: readonly string[];
	readonly checkboxLabel?: string;
}

interface OpenDialogOptions {
	readonly properties?: unknown;
	readonly title?: string;
	readonly filters?: readonly { readonly name: string }[];
}

/** Message boxes that nobody has answered, oldest first. */
const messageBoxes: {
	readonly box: MessageBox;
	readonly answer: PromiseWithResolvers<{ response: number; checkboxChecked: boolean }>;
}[] = [];
export const openMessageBoxes = (): MessageBox[] => messageBoxes.map(({ box }) => box);

/** Dialogs for a file to open, in order. */
export const openDialogs: { readonly title: string; readonly filters: readonly string[] }[] = [];

/** The person's choices in the next dialogs. */
const chosen: string[][] = [];

export const dialog = loud('dialog', {
	showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
		const { properties, title = '', filters = [] }: OpenDialogOptions = Object(args.at(-1));
		if (!Array.isArray(properties) || properties.join() !== 'openFile') {
			throw new Error('The Electron double has no dialog but for one file.');
		}
		openDialogs.push({ title, filters: filters.map(({ name }) => name) });
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
	/** With or without a window. Resolves when a person chooses a button. */
	showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
		app.requireReady('dialog.showMessageBox');
		// NSAlert's runModal (shell/browser/ui/message_box_mac.mm).
		if (process.platform === 'darwin' && args.length === 1) {
			throw new Error('macOS blocks the main process while a message box without a window is open.');
		}
		const { message, detail = '', buttons = ['OK'], checkboxLabel }: MessageBoxOptions = Object(args.at(-1));
		const answer = Promise.withResolvers<{ response: number; checkboxChecked: boolean }>();
		messageBoxes.push({ box: { message, detail, buttons, checkbox: checkboxLabel }, answer });
		return answer.promise;
	},
	showErrorBox(title: string, content: string): void {
		process.stderr.write(`${title}: ${content}\n`);
	},
});

incoming.on('person', ({ does }: { does: PersonDoes }) => {
	if (does.what === 'choose-file') chosen.push(does.path === undefined ? [] : [does.path]);
	if (does.what !== 'choose-button') return;
	const oldest = messageBoxes.shift();
	const response = oldest?.box.buttons.indexOf(does.button) ?? -1;
	if (response < 0) throw new Error(`No message box with a button "${does.button}" is open.`);
	oldest?.answer.resolve({ response, checkboxChecked: does.checked ?? false });
});
