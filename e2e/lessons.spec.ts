import { readdirSync, readFileSync } from 'node:fs';
import { endpointConfigSchema } from '../common/endpoints/index.ts';
import { type Lesson, lessonSchema } from '../common/lessons/index.ts';
import { findPreset } from '../common/presets/index.ts';
import { byTier } from '../common/tier.fixture.ts';
import { WALKS } from './lessons/index.ts';
import { Learner } from './lessons/learner.ts';
import { violations } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { startPeer } from './support/peer.ts';

const FOLDER = new URL('../assets/lessons/', import.meta.url);
const ALL = readdirSync(FOLDER)
	.toSorted()
	.map((file) => lessonSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))));
/** The default tier goes through those that differ most: TCP and its stream, ports in use, UDP. */
const SAMPLE = ['first-server', 'address-in-use', 'send-is-not-sendall', 'udp'];
const lessons = byTier(
	ALL.filter(({ id }) => SAMPLE.includes(id)),
	ALL,
);

/** Ports of one lesson. */
const PORTS = 20;

/** Of the ports of a lesson, those that a learner's program could not bind. */
async function unbindable(first: number): Promise<number[]> {
	const peer = startPeer('unbindable_ports.py', String(first), String(PORTS));
	try {
		return JSON.parse(await peer.line());
	} finally {
		await peer.close();
	}
}

/**
 * Endpoints for what a lesson starts, stopped, at ports that nobody has: other tests run beside this one. Connections of the lesson
 * before, or of a run just before, may be in TIME_WAIT, which is what one of the lessons is about: each lesson has ports of its own,
 * and leaves out those.
 */
async function prepare({ host }: Learner, { preset, steps }: Lesson, first: number): Promise<void> {
	const offered = steps.flatMap(({ offer }) => (offer !== undefined && 'preset' in offer ? [offer.preset] : []));
	const avoid = await unbindable(first);
	for (const id of new Set([preset, ...offered])) {
		const config = endpointConfigSchema.parse(findPreset(id)?.config);
		if (!('port' in config) || config.kind === 'tcp-client') continue;
		const protocol = config.kind.startsWith('udp') ? 'udp' : 'tcp';
		const free = await host.call('freePort', { protocol, host: config.host, port: first, avoid });
		const { port = config.port } = free;
		avoid.push(port);
		await host.call('endpointCreate', { config: { ...config, port } });
	}
}

test('somebody goes through each lesson', () => {
	const ids = ALL.map(({ id }) => id);
	expect(Object.keys(WALKS).toSorted()).toEqual(ids.toSorted());
	expect(ids).toEqual(expect.arrayContaining(SAMPLE));
});

for (const [at, lesson] of lessons.entries()) {
	const walk = WALKS[lesson.id];
	test(`a person goes through ${lesson.id}`, async ({ workbench: page }) => {
		if (walk === undefined) throw new Error(`Nobody goes through ${lesson.id}: e2e/lessons has no walk for it.`);
		const learner = new Learner(page);
		const { pane, step } = learner;
		await prepare(learner, lesson, 30_000 + PORTS * at);
		if (at === 0) {
			await page.keyboard.press('Control+k');
			await page.keyboard.type('lessons');
			await page.keyboard.press('Enter');
			await expect(pane.getByRole('button', { name: lesson.title.en })).toBeFocused();
			await page.keyboard.press('Enter');
		} else await learner.host.call('settingsUpdate', { lessons: { open: lesson.id, kept: {} } });
		for (const { id, title } of lesson.steps) {
			await expect(step.getByRole('button', { name: `${title.en} (now)`, exact: true })).toBeVisible();
			const does = walk[id];
			if (does === undefined) throw new Error(`Nobody does ${id}.`);
			await test.step(id, () => does(learner));
		}
		const end = pane.getByRole('region', { name: 'What you have seen' });
		await expect(end).toBeVisible();
		await expect(step).toHaveCount(0);
		await learner.endPrograms();
		if (at > 0) return;
		expect(await violations(page)).toEqual([]);
		await end.getByRole('button', { name: 'As code…' }).click();
		await expect(page.getByRole('dialog')).toContainText('socket');
		await page.keyboard.press('Escape');
		await page.reload();
		await expect(end).toBeVisible();
	});
}
