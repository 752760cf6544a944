import type { Explain } from '../words/load-explain.ts';
import type { ExplainGroup } from './topics.ts';

/** Group and key of a topic, as in `calls.recv`. */
export type TopicId = { readonly [G in ExplainGroup]: `${G}.${keyof Explain[G] & string}` }[ExplainGroup];
