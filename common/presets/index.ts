import type { Preset } from './preset.ts';
import { PRESETS } from './table.ts';

export { PRESET_GROUPS, type Preset, type PresetGroup } from './preset.ts';
export { PRESETS } from './table.ts';

/** Every preset, in the order of the gallery. */
export const presets: readonly Preset[] = PRESETS;

/** The ids of all presets. */
export type PresetId = (typeof PRESETS)[number]['id'];

/** A preset by its id. */
export function findPreset(id: string): Preset | undefined {
	return presets.find((preset) => preset.id === id);
}
