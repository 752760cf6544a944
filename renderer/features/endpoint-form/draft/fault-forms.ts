import { FAULTS, type FaultName, TCP_ONLY_FAULTS, UDP_ONLY_FAULTS } from '../../../../common/contract/config/proxy.ts';
import { type EndpointKind, isDatagram } from '../../../../common/endpoints/index.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';

/** One setting of a fault in the form. */
export interface FaultField {
	readonly key: string;
	/** The name of its label. */
	readonly label: keyof DialogWords['endpointForm']['faults']['settings'];
	/** `percent`: typed from 0 to 100 for values from 0 to 1. */
	readonly type: 'number' | 'percent' | 'unit';
	/** The initial text when the fault is switched on. */
	readonly start: string;
}

type Label = FaultField['label'];
const number = (key: string, label: Label, start: string): FaultField => ({ key, label, type: 'number', start });
const percent = (key: string, label: Label, start: string): FaultField => ({ key, label, type: 'percent', start });
const hits = (start: string) => percent('probability', 'ofMessages', start);

const SETTINGS: Readonly<Record<FaultName, readonly FaultField[]>> = {
	latency: [number('delayMs', 'laterBy', '100'), number('jitterMs', 'variationMs', '0')],
	bandwidth: [number('bytesPerSecond', 'bytesPerSecond', '10000')],
	slicer: [
		number('averageBytes', 'bytesInEach', '10'),
		number('variationBytes', 'variation', '0'),
		number('delayMs', 'pauseAfterEach', '0'),
	],
	corrupt: [percent('probability', 'turnBit', '1'), { key: 'per', label: 'ofAll', type: 'unit', start: 'byte' }],
	drop: [hits('10')],
	duplicate: [hits('10')],
	reorder: [hits('10'), number('distance', 'behind', '1')],
	slowClose: [number('delayMs', 'finLaterBy', '1000')],
	halfOpen: [number('afterBytes', 'silentAfter', '0')],
	timeout: [number('ms', 'closedAfterOrNever', '0')],
	reset: [number('afterBytes', 'afterBytes', '0'), number('afterMs', 'andThen', '0')],
	limitData: [number('bytes', 'closedAfterBytes', '1000')],
	closeAfter: [number('ms', 'closedAfter', '1000')],
};

/** Every fault has it. */
const TOXICITY = percent('toxicity', 'ofConnections', '100');

/** The settings of a fault, in the order of the form. */
export function faultSettings(fault: FaultName): readonly FaultField[] {
	return [...SETTINGS[fault], TOXICITY];
}

/** The faults that a kind of proxy can have. */
export function faultsOf(kind: EndpointKind): readonly FaultName[] {
	const impossible = isDatagram(kind) ? TCP_ONLY_FAULTS : UDP_ONLY_FAULTS;
	return FAULTS.filter((fault) => !impossible.includes(fault));
}
