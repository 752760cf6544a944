import type { EndpointConfigInput } from '../endpoints/index.ts';

export const PRESET_GROUPS = ['TCP servers', 'TCP clients', 'UDP sockets', 'Unix sockets', 'Proxies'] as const;
export type PresetGroup = (typeof PRESET_GROUPS)[number];

/** A ready-made endpoint for the gallery and the command line. */
export interface Preset {
	readonly id: string;
	readonly title: string;
	/** One sentence. */
	readonly summary: string;
	readonly group: PresetGroup;
	readonly config: EndpointConfigInput;
}
