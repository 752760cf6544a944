import { endianness } from 'node:os';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { loadCLibrary, whyNoCLibrary } from '../../native/koffi.ts';
import { engineError } from '../../sentences/engine-error.ts';
import { BulkCalls } from './calls.ts';

/** Machines whose structures have the layout of `messages.ts`: pointers of 64 bits, the low byte first. */
const MACHINES: ReadonlySet<string> = new Set(['x64', 'arm64', 'riscv64', 'loong64']);

let loaded: BulkCalls | WirebenchError | undefined;

/** Loaded at the first call. Undefined where this machine does not support them. */
export function bulkCalls(): BulkCalls | undefined {
	loaded ??= load();
	return loaded instanceof WirebenchError ? undefined : loaded;
}

/** Why datagrams are received and sent one by one; undefined where they are not. */
export function bulkMissing(): WirebenchError | undefined {
	loaded ??= load();
	return loaded instanceof WirebenchError ? loaded : undefined;
}

function load(): BulkCalls | WirebenchError {
	if (process.platform !== 'linux' || !MACHINES.has(process.arch) || endianness() !== 'LE') {
		return engineError('unavailable', 'bulkElsewhere');
	}
	try {
		return new BulkCalls(loadCLibrary());
	} catch (error) {
		return engineError('unavailable', 'bulkMissing', whyNoCLibrary(error));
	}
}
