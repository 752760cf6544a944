import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { pathText } from '../../../common/json/issue-text.ts';
import type { Fault } from '../../../common/payload/codec/fault.ts';
import { faultError } from '../../../common/payload/codec/fault-error.ts';
import { charsetNamed, encodeWritten, toHex } from '../../../common/payload/index.ts';
import type { CharsetName, WrittenBytes } from '../../../common/payload/schema.ts';
import type { Expectation } from '../../../common/protocol-tests/expectation-schema.ts';
import {
	type CompiledExpectation,
	capturedNames,
	compileExpectation,
	type Naming,
	type PlacedStep,
	placedSteps,
} from '../../../common/protocol-tests/index.ts';
import type { BranchCase, Condition, SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { structureNamed } from '../../../common/responder/index.ts';
import {
	compileComposed,
	compose,
	type Programs,
	programsNamed,
	type Variables,
} from '../../../common/structure/index.ts';
import { compileMessage, type MessageTemplate, type VariableValues } from '../../../common/template/index.ts';
import { RuleThread } from '../rules/rule-thread.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { Filling } from './filling.ts';

/** What is expected, once it is known. */
export interface ReadyExpectation {
	readonly expectation: CompiledExpectation;
	/** Evaluates patterns that are too expensive for the socket thread. */
	readonly ruleThread: RuleThread;
}

/** Fails as rendering a template does. */
type Fill<T> = (filling: Filling) => T;

/** An expectation that a loop looks at. */
export interface ReadyCondition {
	readonly on: string | undefined;
	readonly ready: Fill<ReadyExpectation>;
	readonly withinMs: number;
}

type Plain = Exclude<SequenceStep, { type: 'send' | 'send-fields' | 'expect' | 'branch' | 'repeat' }>;

/** What a step does, with compiled bytes and patterns. */
export type ReadyAction =
	| { readonly type: 'send'; readonly on: string | undefined; readonly bytes: Fill<Uint8Array> }
	| (ReadyCondition & { readonly type: 'expect' })
	| {
			readonly type: 'branch';
			readonly on: string | undefined;
			readonly cases: readonly { readonly ready: Fill<ReadyExpectation>; readonly steps: readonly ReadyStep[] }[];
			readonly otherwise: readonly ReadyStep[] | undefined;
			readonly withinMs: number;
	  }
	| {
			readonly type: 'repeat';
			readonly times: number | undefined;
			readonly before: ReadyCondition | undefined;
			readonly after: ReadyCondition | undefined;
			readonly steps: readonly ReadyStep[];
	  }
	| Plain;

export interface ReadyStep {
	/** The index of its result. */
	readonly at: number;
	/** The index after those of the steps in it. */
	readonly end: number;
	readonly inLoop: boolean;
	readonly action: ReadyAction;
}

/** Reports what is wrong with a part of a step. */
type Refuse = (part: readonly (string | number)[], fault: Fault) => never;

/** The charset of the endpoint of a connection; without a name, of the test's first. */
export type CharsetOn = (connection: string | undefined) => CharsetName;

/** The compiled steps of a test, for any number of runs. */
class Compiler {
	readonly #placed: readonly PlacedStep[];
	readonly #variables: VariableValues;
	readonly #charsetOn: CharsetOn;
	readonly #programs: Programs;
	#next = 0;

	constructor(
		test: Pick<Sequence, 'steps' | 'variables'>,
		variables: VariableValues,
		charsetOn: CharsetOn,
		programs: Programs,
	) {
		this.#charsetOn = charsetOn;
		this.#programs = programs;
		this.#placed = placedSteps(test.steps);
		this.#variables = {
			...variables,
			...Object.fromEntries(capturedNames(test.steps).map((name) => [name, ''])),
			...test.variables,
		};
	}

	/** The steps of one list, in the order of `placedSteps`. */
	steps(steps: readonly SequenceStep[]): ReadyStep[] {
		return steps.map((step) => {
			const at = this.#next++;
			const { path = [], number = '', inLoop = false } = this.#placed[at] ?? {};
			const refuse: Refuse = (part, fault) => {
				const place = pathText([...path, ...part]);
				throw engineError('bad-input', 'inStep', { number, reason: fault }, { path: place, position: fault.position });
			};
			const action = this.#action(step, refuse);
			// The first result is of connecting.
			return { at: at + 1, end: this.#next + 1, inLoop, action };
		});
	}

	#action(step: SequenceStep, refuse: Refuse): ReadyAction {
		switch (step.type) {
			case 'send':
				return { type: 'send', on: step.on, bytes: this.#sending(step, refuse) };
			case 'send-fields':
				return { type: 'send', on: step.on, bytes: this.#composing(step, refuse) };
			case 'expect':
				return { type: 'expect', ...this.#condition(step, [], refuse) };
			case 'branch': {
				const { on, withinMs, otherwise } = step;
				const cases = step.cases.map((one, at) => ({
					ready: this.#expecting(one, ['cases', at], on, refuse),
					steps: this.steps(one.steps),
				}));
				return { type: 'branch', on, withinMs, cases, otherwise: otherwise && this.steps(otherwise) };
			}
			case 'repeat': {
				const { times, while: before, until: after } = step;
				return {
					type: 'repeat',
					times,
					before: before && this.#condition(before, ['while'], refuse),
					after: after && this.#condition(after, ['until'], refuse),
					steps: this.steps(step.steps),
				};
			}
			default:
				return step;
		}
	}

	#condition(condition: Condition, part: readonly string[], refuse: Refuse): ReadyCondition {
		const { on, withinMs } = condition;
		return { on, withinMs, ready: this.#expecting(condition, part, on, refuse) };
	}

	#sending({ on, payload, lineEnding, template }: SequenceStep & { type: 'send' }, refuse: Refuse): Fill<Uint8Array> {
		const charset = this.#charsetOn(on);
		if (template) {
			const message = this.#template({ ...payload, lineEnding }, charset, (fault) => refuse(['payload'], fault));
			return (filling) => filling.sent(message);
		}
		const written = encodeWritten(payload, lineEnding, 'none', charsetNamed(charset));
		if (!written.ok) return refuse(['payload'], written);
		return () => written.bytes;
	}

	#composing(step: SequenceStep & { type: 'send-fields' }, refuse: Refuse): Fill<Uint8Array> {
		const program = this.#named(() => structureNamed(step.structure, this.#programs, 'structure'), [], refuse);
		const variables = new Set(Object.keys(this.#variables));
		const compiled = compileComposed(program, step.values, { variables });
		if (!compiled.ok) return refuse([`values.${compiled.path}`], compiled);
		const { composed } = compiled;
		const written = (values: Variables): Uint8Array => {
			const result = compose(composed, { variables: values });
			if (result.ok) return result.bytes;
			const [first] = result.faults;
			if (first === undefined) throw new TypeError('Values have no fault.');
			throw faultError(first, { path: `values.${first.field}` });
		};
		if (!composed.isFixed) return (filling) => written(filling.values());
		const bytes = this.#named(() => written(new Map()), [], refuse);
		return () => bytes;
	}

	/** What `make` returns; an error that has a path is refused there. */
	#named<T>(make: () => T, part: readonly (string | number)[], refuse: Refuse): T {
		try {
			return make();
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			const { path = '', position = 0, says } = error.details;
			const said = { message: error.message, says: says ?? { code: 'internal', params: {} } };
			return refuse([...part, path], { ok: false, position, ...said });
		}
	}

	#expecting(
		{ expectation, template }: Pick<BranchCase, 'expectation' | 'template'>,
		part: readonly (string | number)[],
		on: string | undefined,
		refuse: Refuse,
	): Fill<ReadyExpectation> {
		const charset = this.#charsetOn(on);
		const fail = (fault: Fault) => refuse([...part, 'expectation'], fault);
		if (template && (expectation.type === 'bytes' || expectation.type === 'contains')) {
			const { type, pattern } = expectation;
			const message = this.#template({ ...pattern, lineEnding: 'none' }, charset, fail);
			return (filling) =>
				readyToExpect({ type, pattern: { format: 'hex', text: toHex(filling.expected(message)) } }, charset);
		}
		if (expectation.type === 'fields') {
			const programs = programsNamed([expectation.structure], this.#programs);
			const known: Variables = new Map(Object.entries(this.#variables));
			const at = [...part, 'expectation'];
			this.#named(
				() => compileExpectation(expectation, charset, { programs: this.#programs, variables: known }),
				at,
				refuse,
			);
			return (filling) => readyToExpect(expectation, charset, fail, { programs, variables: filling.values() });
		}
		const ready = readyToExpect(expectation, charset, fail);
		return () => ready;
	}

	#template(
		written: WrittenBytes & Pick<SequenceStep & { type: 'send' }, 'lineEnding'>,
		charset: CharsetName,
		refuse: (fault: Fault) => never,
	): MessageTemplate {
		const compiled = compileMessage({ ...written, checksum: 'none' }, charsetNamed(charset), {
			variables: this.#variables,
		});
		return compiled.ok ? compiled.message : refuse(compiled);
	}
}

/** Fails with `bad-input`, and the path and position of an invalid step. `variables` and `programs`: those of the workspace. Text is in the charset of the endpoint. */
export function compileSequence(
	test: Pick<Sequence, 'steps' | 'variables'>,
	variables: VariableValues,
	programs: Programs,
	charsetOn: CharsetOn = () => 'utf-8',
): readonly ReadyStep[] {
	return new Compiler(test, variables, charsetOn, programs).steps(test.steps);
}

function readyToExpect(
	expectation: Expectation,
	charset: CharsetName,
	refuse: (fault: Fault) => never = (fault) => {
		throw faultError(fault);
	},
	naming?: Naming,
): ReadyExpectation {
	const compiled = compileExpectation(expectation, charset, naming);
	if (!compiled.ok) return refuse(compiled);
	return { expectation: compiled, ruleThread: new RuleThread({ type: 'expectation', expectation, charset, naming }) };
}
