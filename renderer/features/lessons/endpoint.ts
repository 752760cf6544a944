import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { destinationOf, type EndpointConfig, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import type { LessonEndpoint } from '../../../common/lessons/index.ts';
import { findPreset } from '../../../common/presets/index.ts';
import { targetAt } from '../../app/shared/targets.ts';

/** The config of a preset, as its own. */
export function presetConfig(id: string): EndpointConfig {
	const preset = findPreset(id);
	if (preset === undefined) throw new Error(`No preset is named ${id}.`);
	return endpointConfigSchema.parse(preset.config);
}

/** The newest endpoint that was made of a preset, by its kind and its name. */
export function madeOf(preset: string, endpoints: Iterable<EndpointState>): EndpointState | undefined {
	const { kind, name } = presetConfig(preset);
	const isNumbered = (written: string) =>
		written.startsWith(`${name} `) && /^\d+$/.test(written.slice(name.length + 1));
	return [...endpoints].findLast(
		({ config }) => config.kind === kind && (config.name === name || isNumbered(config.name)),
	);
}

/** The endpoint of a lesson: the one that it has made, else one like its preset. */
export function lessonState(
	preset: string,
	made: string | undefined,
	endpoints: ReadonlyMap<string, EndpointState>,
): EndpointState | undefined {
	return (made === undefined ? undefined : endpoints.get(made)) ?? madeOf(preset, endpoints.values());
}

/** The address and the name of a lesson's endpoint; those of its preset before there is one. */
export function lessonEndpoint(preset: string, state: EndpointState | undefined): LessonEndpoint {
	const { id, config, local } = state ?? { id: '', config: presetConfig(preset), local: undefined };
	const [target] = targetAt({ id, config, local });
	if (target !== undefined) return { host: target.host, port: target.port, endpoint: config.name };
	const place = destinationOf(config);
	return place !== undefined && 'host' in place
		? { host: place.host, port: place.port, endpoint: config.name }
		: { host: '127.0.0.1', port: 0, endpoint: config.name };
}
