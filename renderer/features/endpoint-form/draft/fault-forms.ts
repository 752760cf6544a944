import { FAULTS, type FaultName, TCP_ONLY_FAULTS, UDP_ONLY_FAULTS } from '../../../../common/contract/config/proxy.ts';
import { type EndpointKind, isDatagram } from '../../../../common/endpoints/index.ts';

/** One setting of a fault in the form. */
export interface FaultField {
	readonly key: string;
	readonly label: string;
	/** `percent`: typed from 0 to 100 for values from 0 to 1. */
	readonly type: 'number' | 'percent' | 'unit';
	/** The initial text when the fault is switched on. */
	readonly start: string;
}

export interface FaultForm {
	readonly label: string;
	readonly fields: readonly FaultField[];
}

const number = (key: string, label: string, start: string): FaultField => ({ key, label, type: 'number', start });
const percent = (key: string, label: string, start: string): FaultField => ({ key, label, type: 'percent', start });
const hits = (start: string) => percent('probability', 'Of messages, %', start);

const FORMS: Readonly<Record<FaultName, FaultForm>> = {
	latency: {
		label: 'Latency',
		fields: [number('delayMs', 'Later by, ms', '100'), number('jitterMs', 'More or less by, ms', '0')],
	},
	bandwidth: { label: 'Bandwidth', fields: [number('bytesPerSecond', 'Bytes a second', '10000')] },
	slicer: {
		label: 'Slices',
		fields: [
			number('averageBytes', 'Bytes in each', '10'),
			number('variationBytes', 'More or less by', '0'),
			number('delayMs', 'Pause after each, ms', '0'),
		],
	},
	corrupt: {
		label: 'Corrupt',
		fields: [
			percent('probability', 'Turn a bit of, %', '1'),
			{ key: 'per', label: 'Of all', type: 'unit', start: 'byte' },
		],
	},
	drop: { label: 'Drop', fields: [hits('10')] },
	duplicate: { label: 'Duplicate', fields: [hits('10')] },
	reorder: { label: 'Reorder', fields: [hits('10'), number('distance', 'Behind how many', '1')] },
	slowClose: { label: 'Slow close', fields: [number('delayMs', 'FIN later by, ms', '1000')] },
	halfOpen: { label: 'Half open', fields: [number('afterBytes', 'Silent after, bytes', '0')] },
	timeout: { label: 'Timeout', fields: [number('ms', 'Closed after, ms (0: never)', '0')] },
	reset: {
		label: 'Reset',
		fields: [number('afterBytes', 'After, bytes', '0'), number('afterMs', 'And then, ms', '0')],
	},
	limitData: { label: 'Limit', fields: [number('bytes', 'Closed after, bytes', '1000')] },
	closeAfter: { label: 'Close', fields: [number('ms', 'Closed after, ms', '1000')] },
};

/** Every fault has it. */
const TOXICITY = percent('toxicity', 'Of connections, %', '100');

export function faultForm(fault: FaultName): FaultForm {
	const form = FORMS[fault];
	return { ...form, fields: [...form.fields, TOXICITY] };
}

/** The faults that a kind of proxy can have. */
export function faultsOf(kind: EndpointKind): readonly FaultName[] {
	const impossible = isDatagram(kind) ? TCP_ONLY_FAULTS : UDP_ONLY_FAULTS;
	return FAULTS.filter((fault) => !impossible.includes(fault));
}
