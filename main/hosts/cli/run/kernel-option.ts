import { type Command, InvalidArgumentError } from 'commander';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { spoken } from '../terminal/language.ts';
import type { KernelWatch } from './kernel-watch.ts';

/** Shortest time between two readings, in milliseconds: each prints a line for each socket. */
const LEAST_MS = 10;

/** Whether the kernel's view is printed. */
export interface KernelChoice {
	/** Milliseconds between two readings; true: the default. */
	readonly kernel?: number | true;
}

export function addKernelOption(command: Command): Command {
	return command.option('--kernel [ms]', spoken('printing', printing).kernel, period);
}

function period(text: string): number {
	const ms = Number(text);
	if (/^\d{1,9}$/.test(text) && ms >= LEAST_MS && ms <= LIMITS.delayMs) return ms;
	throw new InvalidArgumentError(spoken('values', values).millisecondRange(LEAST_MS, LIMITS.delayMs));
}

/** What prints it, where that is wanted. Its code is loaded then alone. */
export async function kernelWatch({ kernel }: KernelChoice): Promise<KernelWatch | undefined> {
	if (kernel === undefined) return undefined;
	const { KernelWatch } = await import('./kernel-watch.ts');
	return new KernelWatch(kernel);
}
