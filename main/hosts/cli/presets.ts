import type { Command } from 'commander';
import { PRESET_GROUPS, presets } from '../../../common/presets/index.ts';

/** The table for people: grouped, ids in one column. */
function presetTable(): string {
	const width = Math.max(...presets.map(({ id }) => id.length));
	return PRESET_GROUPS.map((group) => {
		const rows = presets.filter((preset) => preset.group === group);
		return [group, ...rows.map(({ id, summary }) => `  ${id.padEnd(width)}  ${summary}`)].join('\n');
	}).join('\n\n');
}

export function addPresets(program: Command): void {
	program
		.command('presets')
		.summary('list the ready-made endpoints')
		.option('--json', 'print them with their whole configs, as a JSON array')
		.action(({ json }: { json?: boolean }) => {
			process.stdout.write(`${json ? JSON.stringify(presets, null, 2) : presetTable()}\n`);
		});
}
