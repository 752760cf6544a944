import { InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { type FaultName, PROXY_DIRECTIONS, proxyFaultsSchema } from '../../../../common/contract/config/proxy.ts';
import { validated } from '../../../../common/json/validated.ts';
import type { Engine } from '../../../app/headless.ts';
import { directed, faultNamed, faultsOf, noSuchFault, parseFault, type WrittenFault } from '../flags/fault-option.ts';
import { say } from '../terminal/console.ts';
import { describeError } from '../terminal/exit.ts';
import { stdinLines } from '../terminal/stdin.ts';

/** Removes these directions of a fault; without a name, of every fault. */
function without(
	faults: readonly WrittenFault[],
	directions: WrittenFault['directions'],
	name: FaultName | undefined,
): WrittenFault[] {
	return faults
		.map((one) =>
			name === undefined || one.name === name
				? { ...one, directions: one.directions.filter((each) => !directions.includes(each)) }
				: one,
		)
		.filter((one) => one.directions.length > 0);
}

/** The faults after a line: one of `--fault`, which replaces the same fault, or `clear`, `clear FAULT`. */
export function faultsAfter(before: readonly WrittenFault[], line: string): WrittenFault[] {
	const [, what] = /^clear(?:\s+(.*))?$/.exec(line) ?? [];
	if (line === 'clear') return without(before, PROXY_DIRECTIONS, undefined);
	if (what !== undefined) {
		const { directions, rest } = directed(what);
		const name = faultNamed(rest);
		if (name === undefined) throw noSuchFault(rest);
		return without(before, directions, name);
	}
	const fault = parseFault(line);
	return [...without(before, fault.directions, fault.name), fault];
}

/** Changes the faults of a running proxy by the lines of stdin. Errors in a line are reported on stderr and change nothing. */
export function faultsFromLines(begin: readonly WrittenFault[]): (engine: Engine, id: string) => void {
	return (engine, id) => {
		let faults = begin;
		const change = (line: string): void => {
			try {
				const next = faultsAfter(faults, line);
				engine.setFaults(id, undefined, validated(proxyFaultsSchema, faultsOf(next)));
				faults = next;
			} catch (error) {
				if (!(error instanceof WirebenchError || error instanceof InvalidArgumentError)) throw error;
				say(...describeError(error));
			}
		};
		const read = async (): Promise<void> => {
			for await (const line of stdinLines()) {
				const text = line.toString('utf8').trim();
				if (text !== '') change(text);
			}
		};
		read().catch((error: unknown) => say(...describeError(error)));
	};
}
