import type { TopicDelta, TopicSnapshot } from '../../../common/contract/index.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { Engine } from '../../engine/core/types.ts';
import { Topic } from './topic.ts';

/** Five times a second. */
const PERIOD_MS = 200;

/** The generator's runs: running and latest ended ones. */
export function generatorsTopic(
	engine: Pick<Engine, 'generators' | 'onGenerators'>,
	emit: (delta: TopicDelta<'generators'>) => void,
): TopicRun<TopicSnapshot<'generators'>> {
	/** Runs that were sent as ended: they do not change any more. */
	const settled = new Set<string>();
	let known = new Set<string>();
	const look = () => {
		const all = engine.generators();
		const runs = all.filter(({ id }) => !settled.has(id));
		const ids = new Set(all.map(({ id }) => id));
		const removed = [...known].filter((id) => !ids.has(id));
		known = ids;
		for (const { id, status } of runs) if (status !== 'running') settled.add(id);
		for (const id of removed) settled.delete(id);
		return { runs, removed };
	};
	const topic = new Topic<TopicSnapshot<'generators'>, TopicDelta<'generators'>>({
		periodMs: PERIOD_MS,
		snapshot: () => ({ runs: look().runs }),
		delta: (keys) => {
			keys.clear();
			return look();
		},
		start: () => engine.onGenerators(() => topic.changed(true)),
	});
	return topic.subscribe(emit);
}
