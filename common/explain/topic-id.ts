import type { Explain } from '../words/load-explain.ts';
import { type ExplainGroup, topics } from './topics.ts';

/** Group and key of a topic, as in `calls.recv`. */
export type TopicId = { readonly [G in ExplainGroup]: `${G}.${keyof Explain[G] & string}` }[ExplainGroup];

/** Whether there is a topic with this id. */
export function isTopicId(id: string): id is TopicId {
	return topics.some(({ group, key }) => `${group}.${key}` === id);
}
