import { describe, expect, it } from 'vitest';
import { presets } from '../../../../common/presets/index.ts';
import { wirebench } from '../testing/cli.fixture.ts';

describe('presets', () => {
	it('lists every preset', async () => {
		const command = wirebench(['presets']);
		expect(await command.exit()).toBe(0);
		for (const { id } of presets) expect(command.stdout()).toContain(`  ${id} `);
	});

	it('ends silently when nobody reads the list', async () => {
		const command = wirebench(['presets']);
		command.child.stdout?.destroy();
		expect(await command.exit()).toBe(0);
		expect(command.stderr()).toBe('');
	});
});
