import type { EndpointKind } from '../../endpoints/index.ts';
import { ALIASES, type AliasedCommand, type Aliases } from './aliases.ts';
import { CHINESE_ALIASES } from './chinese.ts';

const TABLES: readonly Aliases[] = [ALIASES, CHINESE_ALIASES];

const joined = (of: (table: Aliases) => readonly string[] | undefined): string =>
	TABLES.flatMap((table) => of(table) ?? [])
		.join(' ')
		.toLowerCase();

/** The other words for a kind, and for a preset of it, in lower case. */
export function aliasesOfOffer(kind: EndpointKind, preset: string): string {
	return `${joined(({ kinds }) => kinds?.[kind])} ${aliasesOfPreset(preset)}`;
}

/** The other words for a preset alone. */
export function aliasesOfPreset(preset: string): string {
	return joined(({ presets }) => presets?.[preset]);
}

/** The same for a command. */
export function aliasesOfCommand(command: AliasedCommand): string {
	return joined(({ commands }) => commands?.[command]);
}
