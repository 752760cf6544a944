import type { Command } from 'commander';
import type { EndpointKind } from '../../../../common/endpoints/index.ts';
import { PRESET_GROUPS, PRESETS, presets } from '../../../../common/presets/index.ts';
import { checking } from '../../../../common/words/en/cli/checking.ts';
import { offers } from '../../../../common/words/en/offers.ts';
import { unavailableKinds } from '../../../app/headless.ts';
import { jsonLines } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const offered = () => spoken('offers', offers);
const words = () => spoken('checking', checking).presets;

/** The table for people: grouped, ids in one column. */
function presetTable(): string[] {
	const unavailable = new Map(unavailableKinds().map(({ kind, reason }) => [kind, reason]));
	const note = (kind: EndpointKind) => (unavailable.has(kind) ? words().unavailable(unavailable.get(kind) ?? '') : '');
	const width = Math.max(...presets.map(({ id }) => id.length));
	return PRESET_GROUPS.flatMap((group, at) => {
		const rows = PRESETS.filter((preset) => preset.group === group);
		return [
			...(at === 0 ? [] : ['']),
			offered().groups[group],
			...rows.map(({ id, config }) => `  ${id.padEnd(width)}  ${offered().presets[id].summary}${note(config.kind)}`),
		];
	});
}

export function addPresets(program: Command): void {
	program
		.command('presets')
		.summary(words().summary)
		.option('--json', words().json)
		.action(({ json }: { json?: boolean }) => {
			stdout().lines(json ? jsonLines(presets) : presetTable());
		});
}
