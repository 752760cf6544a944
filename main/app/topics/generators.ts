import type { TopicDelta, TopicSnapshot } from '../../../common/contract/index.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { Engine } from '../../engine/core/types.ts';
import { coalesce } from './coalesce.ts';

/** The generator's runs: those that send and the latest that have ended. */
export function generatorsTopic(
	engine: Pick<Engine, 'generators' | 'onGenerators'>,
	emit: (delta: TopicDelta<'generators'>) => void,
): TopicRun<TopicSnapshot<'generators'>> {
	/** Runs that ended and were told of as such: they change no more. */
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
	const told = coalesce(() => emit(look()));
	const stopListening = engine.onGenerators(told.changed);
	return {
		snapshot: { runs: look().runs },
		dispose: () => {
			stopListening();
			told.stop();
		},
	};
}
