import { firstServer } from './first-server.ts';
import type { Walk } from './learner.ts';
import { noAnswer } from './no-answer.ts';

/** How each lesson is gone through, by its id. */
export const WALKS: Readonly<Record<string, Walk>> = {
	'first-server': firstServer,
	'no-answer': noAnswer,
};
