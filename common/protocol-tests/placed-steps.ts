import type { SequenceStep } from './step-schema.ts';

/** A step, and where it is. */
export interface PlacedStep {
	readonly step: SequenceStep;
	/** From the test on: `['steps', 2, 'cases', 0, 'steps', 1]`. */
	readonly path: readonly (string | number)[];
	/** Its number as people count, by level: `3.1.2`. */
	readonly number: string;
	/** How many steps it is in, and whether one of them is a loop. */
	readonly depth: number;
	readonly inLoop: boolean;
}

/** The lists of steps in a step, each with its path in it, and the prefix of the numbers in it. */
export function nestedSteps(
	step: SequenceStep,
): { readonly path: readonly (string | number)[]; readonly label: string; readonly steps: readonly SequenceStep[] }[] {
	if (step.type === 'repeat') return [{ path: ['steps'], label: '', steps: step.steps }];
	if (step.type !== 'branch') return [];
	const cases = step.cases.map(({ steps }, at) => ({ path: ['cases', at, 'steps'], label: `${at + 1}.`, steps }));
	return step.otherwise === undefined
		? cases
		: [...cases, { path: ['otherwise'], label: 'else.', steps: step.otherwise }];
}

/** Every step, one that contains others before them: the order of the results of a run. */
export function placedSteps(steps: readonly SequenceStep[]): PlacedStep[] {
	return placedIn(steps, { path: ['steps'], prefix: '', depth: 0, inLoop: false });
}

interface Place {
	readonly path: readonly (string | number)[];
	readonly prefix: string;
	readonly depth: number;
	readonly inLoop: boolean;
}

function placedIn(steps: readonly SequenceStep[], { path, prefix, depth, inLoop }: Place): PlacedStep[] {
	return steps.flatMap((step, at) => {
		const here = { step, path: [...path, at], number: `${prefix}${at + 1}`, depth, inLoop };
		const inner = nestedSteps(step).flatMap((nested) =>
			placedIn(nested.steps, {
				path: [...here.path, ...nested.path],
				prefix: `${here.number}.${nested.label}`,
				depth: depth + 1,
				inLoop: inLoop || step.type === 'repeat',
			}),
		);
		return [here, ...inner];
	});
}
