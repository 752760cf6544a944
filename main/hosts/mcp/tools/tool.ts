import { z } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { type CallName, calls } from '../../../../common/contract/index.ts';
import { nestingFault } from '../../../../common/json/nesting.ts';
import { validateInput } from '../../../../common/rpc/validate.ts';
import type { Bench } from '../access/bench.ts';

/** What a running tool has besides its input. */
export interface ToolContext {
	readonly bench: Bench;
	/** Aborted when the client has cancelled the call or has gone. */
	readonly signal: AbortSignal;
}

/** What a tool does, in words: a sentence of its own, or the comment of the contract's call that it passes on. */
type Description = string | { readonly call: CallName };

type Effects = Pick<Offer, 'changes' | 'destroys' | 'readOnly'>;

interface Offer {
	/** The name for agents, in snake case: a promise. */
	readonly name: string;
	readonly description: Description;
	/** Offered only where the person allows changes: it changes the workspace, or sends something. */
	readonly changes: boolean;
	/** It may end or remove something that was there. */
	readonly destroys: boolean;
	/** It changes nothing at all, not even a file. */
	readonly readOnly: boolean;
}

/** A tool of the Model Context Protocol. */
export interface Tool extends Offer {
	/** An object: the tool's input and output are described and checked by these schemas. */
	readonly input: z.ZodType;
	readonly output: z.ZodType;
	/** Runs it with the unchecked input; rejects with WirebenchErrors. */
	run(input: unknown, context: ToolContext): Promise<unknown>;
}

/** A tool of its own, whose input is checked first. */
export function tool<I extends z.ZodType, O extends z.ZodType>(
	name: string,
	description: string,
	schemas: { readonly input: I; readonly output: O },
	run: (input: z.output<I>, context: ToolContext) => Promise<z.output<O>>,
	{ changes = false, destroys = false, readOnly = !changes }: Partial<Effects> = {},
): Tool {
	return {
		name,
		description,
		changes,
		destroys,
		readOnly,
		...schemas,
		run: async (input, context) => {
			const nesting = nestingFault(input);
			if (nesting !== undefined) throw new WirebenchError('bad-input', `The input of ${name} ${nesting}`);
			return run(validateInput(schemas.input, input), context);
		},
	};
}

const nothing = z.object({});

/**
 * A call of the contract as it is: its row gives the schemas and whether it changes anything, its comment the
 * description. The server of the contract checks the input.
 */
export function callTool<N extends CallName>(name: string, call: N, destroys = false): Tool {
	const { type, input, output } = calls[call];
	const isSilent = output instanceof z.ZodNull;
	return {
		name,
		description: { call },
		changes: type === 'command',
		destroys,
		readOnly: type === 'query',
		input,
		output: isSilent ? nothing : output,
		run: async (given, { bench }) => (await bench.pass(call, given)) ?? {},
	};
}
