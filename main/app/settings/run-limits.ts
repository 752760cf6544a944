import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { CaptureLibrary } from '../../../common/contract/calls/library.ts';
import type { SettingsStore } from './settings-store.ts';

/** Limits from the command line; absent ones come from the settings. */
export interface ChosenLimits {
	readonly segmentMiB?: number | undefined;
	readonly keepGiB?: number | undefined;
}

interface LimitBytes {
	readonly segmentBytes: number;
	readonly keepBytes: number | undefined;
}

type Limits = CaptureLibrary['limits'];

/** Maximum number of remembered folders. */
const MOST = 50;

/** The size limits of this run's captures: from the command line, until the settings are changed. */
export class RunLimits {
	readonly #settings: SettingsStore;
	#current: Limits;
	#stop: () => void = () => undefined;

	constructor(settings: SettingsStore, { segmentMiB, keepGiB }: ChosenLimits = {}) {
		this.#settings = settings;
		const saved = settings.current();
		this.#current = { segmentMiB: segmentMiB ?? saved.segmentMiB, keepGiB: keepGiB ?? saved.keepGiB };
	}

	get current(): Limits {
		return this.#current;
	}

	get bytes(): LimitBytes {
		return limitBytes(this.#current);
	}

	/** Calls `listener` when the settings change, until `close`. */
	onChange(listener: (bytes: LimitBytes) => void): void {
		let { segmentMiB, keepGiB } = this.#settings.current();
		this.#stop = this.#settings.onChange((settings) => {
			if (settings.segmentMiB === segmentMiB && settings.keepGiB === keepGiB) return;
			({ segmentMiB, keepGiB } = settings);
			this.#current = { segmentMiB, keepGiB };
			listener(this.bytes);
		});
	}

	/** Adds this folder to those of the list of captures. */
	remember(folder: string): void {
		const { captureFolders } = this.#settings.current();
		const others = captureFolders.filter((known) => known !== folder);
		this.#settings.update({ captureFolders: [folder, ...others].slice(0, MOST) }).catch((error: unknown) => {
			// Settings that cannot be stored still apply to this run.
			if (!(error instanceof WirebenchError)) throw error;
		});
	}

	close(): void {
		this.#stop();
	}
}

/** Missing limits get the capture's own default. */
export function chosenBytes({ segmentMiB, keepGiB }: ChosenLimits = {}): Partial<LimitBytes> {
	return {
		...(segmentMiB !== undefined && { segmentBytes: segmentMiB * 2 ** 20 }),
		...(keepGiB !== undefined && { keepBytes: Math.round(keepGiB * 2 ** 30) }),
	};
}

function limitBytes({ segmentMiB, keepGiB }: Limits): LimitBytes {
	const keepBytes = keepGiB === null ? undefined : Math.round(keepGiB * 2 ** 30);
	return { segmentBytes: segmentMiB * 2 ** 20, keepBytes };
}
