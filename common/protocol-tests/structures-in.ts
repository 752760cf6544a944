import { configWithStructures, structuresOfConfig } from '../responder/structures-in.ts';
import type { Expectation } from './expectation-schema.ts';
import { placedSteps } from './placed-steps.ts';
import type { SequenceStep } from './step-schema.ts';
import { connectionsOf, type Sequence, type TestConnection } from './test-schema.ts';

/** The ids of the structures that a test names. */
export function structuresOfTest(test: Sequence): string[] {
	const inRules = connectionsOf(test).flatMap(([, { client, server }]) =>
		[client, server].flatMap((config) => (config === undefined ? [] : structuresOfConfig(config))),
	);
	return [...inRules, ...placedSteps(test.steps).flatMap(({ step }) => structuresOfStep(step))];
}

/** Those that a step names itself. */
function structuresOfStep(step: SequenceStep): string[] {
	const named = step.type === 'send-fields' ? [step.structure] : [];
	return [...named, ...expectationsOf(step).flatMap((one) => (one.type === 'fields' ? [one.structure] : []))];
}

/** The expectations of a step, without those of the steps in it. */
export function expectationsOf(step: SequenceStep): Expectation[] {
	if (step.type === 'expect') return [step.expectation];
	if (step.type === 'branch') return step.cases.map(({ expectation }) => expectation);
	if (step.type !== 'repeat') return [];
	return [step.while, step.until].flatMap((condition) => (condition === undefined ? [] : [condition.expectation]));
}

function stepWithStructures(step: SequenceStep, nowCalled: (id: string) => string): SequenceStep {
	const expecting = <T extends { readonly expectation: Expectation }>(one: T): T =>
		one.expectation.type === 'fields'
			? { ...one, expectation: { ...one.expectation, structure: nowCalled(one.expectation.structure) } }
			: one;
	const inner = (steps: readonly SequenceStep[]) => steps.map((one) => stepWithStructures(one, nowCalled));
	switch (step.type) {
		case 'send-fields':
			return { ...step, structure: nowCalled(step.structure) };
		case 'expect':
			return expecting(step);
		case 'branch':
			return {
				...step,
				cases: step.cases.map((one) => ({ ...expecting(one), steps: inner(one.steps) })),
				...(step.otherwise === undefined ? {} : { otherwise: inner(step.otherwise) }),
			};
		case 'repeat':
			return {
				...step,
				...(step.while === undefined ? {} : { while: expecting(step.while) }),
				...(step.until === undefined ? {} : { until: expecting(step.until) }),
				steps: inner(step.steps),
			};
		default:
			return step;
	}
}

/** The same test with structures as they are called now. */
export function testWithStructures(test: Sequence, nowCalled: (id: string) => string): Sequence {
	const { client, connections } = test;
	const renamed = (one: TestConnection): TestConnection => ({
		...one,
		...(one.client === undefined ? {} : { client: configWithStructures(one.client, nowCalled) }),
		...(one.server === undefined ? {} : { server: configWithStructures(one.server, nowCalled) }),
	});
	return {
		...test,
		steps: test.steps.map((step) => stepWithStructures(step, nowCalled)),
		...(client === undefined ? {} : { client: configWithStructures(client, nowCalled) }),
		...(connections === undefined
			? {}
			: { connections: Object.fromEntries(Object.entries(connections).map(([name, one]) => [name, renamed(one)])) }),
	};
}
