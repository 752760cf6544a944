import { expect, test } from 'vitest';
import { nearestChange, referencesOf } from './module-graph.mjs';

test("finds a module's imports, also dynamic ones, and the programs that it starts", () => {
	const text = `
import { a } from '../common/payload/checksum.ts';
import type { Engine } from './engine/index.ts';
const later = await import('./capture/index.ts');
const program = new URL('./capture/kill.child.ts', import.meta.url);
import { test } from 'vitest';
`;
	expect(referencesOf('main/made-up.test.ts', text)).toEqual([
		'common/payload/checksum.ts',
		'main/engine/index.ts',
		'main/capture/index.ts',
		'main/capture/kill.child.ts',
	]);
});

test('reports the distance of the nearest change, and which it is', () => {
	const near = (file, ...changed) => nearestChange(file, new Set(changed), new Map());
	expect(near('common/filter/filter.test.ts', 'common/filter/filter.test.ts')).toMatchObject({ distance: 0 });
	expect(near('common/payload/checksum.test.ts', 'common/payload/checksum.ts', 'common/filter/index.ts')).toEqual({
		distance: 1,
		by: 'common/payload/checksum.ts',
	});
	expect(near('common/payload/checksum.test.ts', 'main/engine/index.ts', 'README.md')).toBeUndefined();
});

test('follows built programs and threads, which no import shows', () => {
	const near = (file, ...changed) => nearestChange(file, new Set(changed), new Map());
	expect(near('main/hosts/cli/commands/listen.test.ts', 'main/engine/proxy/lane.ts')).toBeDefined();
	expect(near('main/capture/marks.test.ts', 'main/capture/reader-thread.ts')).toBeDefined();
	expect(near('main/engine/testing/python.fixture.ts', 'e2e/peers/echo_server.py')).toEqual({
		distance: 1,
		by: 'e2e/peers/echo_server.py',
	});
	expect(near('e2e/smoke.spec.ts', 'renderer/app/state/window/theme.ts')).toBeDefined();
	expect(near('e2e/smoke.spec.ts', 'preload/preload.ts')).toBeDefined();
});
