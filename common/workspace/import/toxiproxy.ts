import { z } from 'zod';
import type { Faults } from '../../contract/config/proxy.ts';
import type { EndpointConfigInput } from '../../endpoints/index.ts';
import type { Said } from '../../words/sentence/said.ts';
import { type Found, joined, placeOf } from './found.ts';
import { importSays } from './import-says.ts';

// The fields and units are those of Toxiproxy's README: https://github.com/Shopify/toxiproxy.

const amount = z.number().min(0).default(0);
const toxicSchema = z.object({
	type: z.string(),
	stream: z.enum(['upstream', 'downstream']).default('downstream'),
	toxicity: z.number().min(0).max(1).default(1),
	attributes: z.record(z.string(), z.unknown()).default({}),
});
const proxySchema = z.object({
	name: z.string().min(1),
	listen: z.string(),
	upstream: z.string(),
	enabled: z.boolean().default(true),
	toxics: z.array(toxicSchema).default([]),
});
type Toxic = z.infer<typeof toxicSchema>;

/** A list of proxies, or an object of them by their names, as the API has it. */
const fileSchema = z.union([z.array(proxySchema).min(1), z.record(z.string(), proxySchema)]);

/** The faults of Toxiproxy's JSON, or undefined where it is something else. */
export function fromToxiproxy(document: unknown): Found | undefined {
	const parsed = fileSchema.safeParse(document);
	if (!parsed.success) return undefined;
	const proxies = Object.values(parsed.data);
	return proxies.length === 0 ? undefined : joined(proxies.map(fromProxy));
}

function fromProxy({ name: label, listen, upstream, enabled, toxics }: z.infer<typeof proxySchema>): Found {
	const notes: Said[] = [];
	const own = placeOf(listen);
	const target = placeOf(upstream);
	if (own === undefined || target === undefined || target.host === '' || target.port === 0) {
		return { endpoints: [], payloads: [], notes: [importSays('proxyAddresses', { label })] };
	}
	if (!enabled) notes.push(importSays('proxySwitchedOff', { label }));
	const faults = { toTarget: {}, toClient: {} };
	for (const toxic of toxics) {
		const side = toxic.stream === 'upstream' ? 'toTarget' : 'toClient';
		const fault = faultOf(toxic, label, (note) => notes.push(note));
		if (Object.keys(fault).some((key) => Object.hasOwn(faults[side], key))) {
			notes.push(importSays('oneToxicOnly', { label, toxic: toxic.type }));
		} else Object.assign(faults[side], fault);
	}
	// Go listens on all interfaces where no host is given.
	const host = own.host === '' ? '::' : own.host;
	const endpoint: EndpointConfigInput = { kind: 'tcp-proxy', name: label, host, port: own.port, target, faults };
	return { endpoints: [endpoint], payloads: [], notes };
}

function faultOf({ type, toxicity, attributes }: Toxic, label: string, note: (note: Said) => void): Faults {
	const { success, data } = z
		.object({
			latency: amount,
			jitter: amount,
			rate: amount,
			delay: amount,
			timeout: amount,
			average_size: amount,
			size_variation: amount,
			bytes: amount,
		})
		.safeParse(attributes);
	if (!success) {
		note(importSays('toxicNoNumbers', { label, toxic: type }));
		return {};
	}
	switch (type) {
		case 'latency':
			return { latency: { delayMs: data.latency, jitterMs: data.jitter, toxicity } };
		case 'bandwidth':
			if (data.rate > 0) return { bandwidth: { bytesPerSecond: data.rate * 1000, toxicity } };
			note(importSays('noBandwidth', { label }));
			return {};
		case 'slow_close':
			return { slowClose: { delayMs: data.delay, toxicity } };
		case 'timeout':
			return { timeout: { ms: data.timeout, toxicity } };
		case 'reset_peer':
			return { reset: { afterBytes: 0, afterMs: data.timeout, toxicity } };
		case 'limit_data':
			return { limitData: { bytes: data.bytes, toxicity } };
		case 'slicer': {
			// Microseconds there.
			const delayMs = Math.round(data.delay / 1000);
			if (delayMs * 1000 !== data.delay) note(importSays('slicerDelay', { label, us: data.delay, ms: delayMs }));
			const slicer = { averageBytes: Math.max(1, data.average_size), variationBytes: data.size_variation, delayMs };
			return { slicer: { ...slicer, toxicity } };
		}
		default:
			note(importSays('noFaultLike', { label, toxic: type }));
			return {};
	}
}
