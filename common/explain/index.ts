export { EXPLAINED, explanationOf, likelyTopic, type Topic, topics, topicsOf } from './topics.ts';
