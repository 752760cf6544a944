import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { HostInfo } from '../../../../common/contract/calls/host.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { serving } from '../../../../common/words/en/cli/serving.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { createApp, defaultDataFolder } from '../../../app/index.ts';
import type { BrowserHost } from '../../browser/index.ts';
import { addLimitOptions, type LimitOptions } from '../flags/limit-options.ts';
import { jsonLine } from '../output/format.ts';
import { captureExit } from '../terminal/capture-exit.ts';
import { say, stdout } from '../terminal/console.ts';
import { faultText, languageOption, spoken } from '../terminal/language.ts';
import { hasDisplay, openPage } from '../terminal/open-page.ts';
import { stopRequested } from '../terminal/signals.ts';
import { VERSION } from '../terminal/version.ts';

const words = () => spoken('serving', serving);
const valuesWords = () => spoken('values', values);
const printingWords = () => spoken('printing', printing);

interface ServeOptions extends LimitOptions {
	readonly port: number;
	readonly open: boolean;
	readonly text?: boolean;
	readonly data?: string | undefined;
	readonly capture?: string | undefined;
}

const HOST_INFO: HostInfo = {
	host: 'browser',
	version: VERSION,
	platform: process.platform,
	capabilities: { menu: false, revealFile: false, openDialog: false, upload: true, saveDialog: false },
};

/** The built renderer: next to the bundle, or at the build's output when this runs from its source. */
const RENDERER_FOLDER = import.meta.url.endsWith('.ts')
	? join(import.meta.dirname, '../../../../dist/renderer')
	: join(import.meta.dirname, '../renderer');

function readyLines(host: BrowserHost, text: boolean | undefined): string[] {
	return text ? [words().serve.at(host.url), words().serve.toEnd] : [jsonLine({ ready: true, url: host.url })];
}

/** Serves until it is interrupted; returns the exit code. */
async function serve(file: string | undefined, options: ServeOptions): Promise<number> {
	const stop = stopRequested();
	const output = stdout();
	// The reader of the address may close; but if it could not be written nobody can connect.
	const unwritten = output.ended.then(() => (output.failure === undefined ? stop : undefined));
	const app = await createApp({
		dataFolder: resolve(options.data ?? defaultDataFolder()),
		...(options.capture === undefined ? {} : { captureFolder: resolve(options.capture) }),
		workspaceFile: file === undefined ? undefined : resolve(file),
		// The person has started this very file.
		allowsEnvironment: file !== undefined,
		limits: { segmentMiB: options.segmentSize, keepGiB: options.ring },
		host: HOST_INFO,
	});
	try {
		// Loaded by this command alone: Node's HTTP would cost the others a fifth of their start.
		const { startBrowserHost } = await import('../../browser/index.ts');
		const host = await startBrowserHost({
			app,
			port: options.port,
			rendererFolder: RENDERER_FOLDER,
			language: languageOption(),
		});
		output.lines(readyLines(host, options.text));
		say(...app.notes.map(faultText));
		if (options.open && hasDisplay()) openPage(host.oneTimeUrl());
		await Promise.race([stop, unwritten]);
		await host.close();
	} finally {
		await app.close();
	}
	return captureExit(app.capture.error());
}

function port(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value <= 65535) return value;
	throw new InvalidArgumentError(valuesWords().port);
}

export function addServe(program: Command, done: (code: number) => void): void {
	const texts = words().serve;
	const command = program
		.command('serve')
		.summary(texts.summary)
		.description(texts.description)
		.argument('[file]', texts.file)
		.option('--port <n>', texts.port, port, 0)
		.option('--no-open', texts.noOpen)
		.option('--text', texts.text)
		.option('--data <dir>', printingWords().data)
		.option('--capture <dir>', words().capture);
	addLimitOptions(command).action(async (file: string | undefined, options: ServeOptions) =>
		done(await serve(file, options)),
	);
}
