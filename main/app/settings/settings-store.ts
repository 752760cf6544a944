import { messageOf } from '../../../common/contract/base/message-of.ts';
import { type Settings, type SettingsPatch, settingsSchema } from '../../../common/contract/calls/settings.ts';
import { withUnknownKeys } from '../../../common/json/unknown-keys.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { writeAtomic } from '../../files/index.ts';
import { appError } from '../sentences/app-error.ts';
import { loadJson } from '../stored/json-file.ts';

/** The settings of this process: in memory, and soon afterwards in their file. */
export interface SettingsStore {
	current(): Settings;
	/** Replaces the given keys at once; resolves when they are on disk, rejects with `disk` when that fails. */
	update(patch: SettingsPatch): Promise<Settings>;
	/** Called with the whole settings after each change. */
	onChange(listener: (settings: Settings) => void): () => void;
	/** For people, when the file could not be used at the start. */
	readonly note: Said | undefined;
	/** Resolves when no write is pending. */
	flush(): Promise<void>;
}

export async function openSettings(file: string): Promise<SettingsStore> {
	const loaded = await loadJson(file, settingsSchema, 'settingsFile', 'defaultsUsed');
	let settings = loaded.value ?? settingsSchema.parse({});
	/** The file's contents, and the part that is our settings. */
	let { document } = loaded;
	let known = settings;
	const listeners = new Set<(settings: Settings) => void>();
	/** The running write, and the next one, which includes all changes made meanwhile. */
	let running: Promise<void> = Promise.resolve();
	let next: Promise<void> | undefined;

	const store = (): Promise<void> => {
		next ??= running.then(() => {
			next = undefined;
			document = withUnknownKeys(document, known, settings);
			known = settings;
			const written = writeAtomic(file, `${JSON.stringify(document, null, '\t')}\n`);
			// The caller of the write gets its failure; the next write only waits for its end.
			running = written.catch(() => undefined);
			return written;
		});
		return next;
	};
	const update = async (patch: SettingsPatch): Promise<Settings> => {
		const given = Object.entries(patch).filter(([, value]) => value !== undefined);
		const changed = { ...settings, ...Object.fromEntries(given) };
		settings = changed;
		for (const listener of [...listeners]) listener(changed);
		if (loaded.untouchable) {
			throw appError('disk', 'settingsUntouched', { file });
		}
		try {
			await store();
		} catch (error) {
			throw appError('disk', 'settingsUnwritable', { reason: messageOf(error) });
		}
		return changed;
	};

	return {
		current: () => settings,
		update,
		onChange: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		note: loaded.note,
		flush: async () => {
			// As above: the caller has got the failure.
			await next?.catch(() => undefined);
			await running;
		},
	};
}
