import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { destinationOf, type EndpointConfig, endpointConfigSchema, isProxy } from '../../../common/endpoints/index.ts';
import { type Lesson, type LessonEndpoint, presetAt, presetsOf } from '../../../common/lessons/index.ts';
import { findPreset } from '../../../common/presets/index.ts';
import { targetAt } from '../../app/shared/targets.ts';

/** Parsed once each: an open lesson asks for those of all its steps with every change of an endpoint. */
const configs = new Map<string, EndpointConfig>();

/** The config of a preset, as its own. */
export function presetConfig(id: string): EndpointConfig {
	const known = configs.get(id);
	if (known !== undefined) return known;
	const preset = findPreset(id);
	if (preset === undefined) throw new Error(`No preset is named ${id}.`);
	const config = endpointConfigSchema.parse(preset.config);
	configs.set(id, config);
	return config;
}

/** The newest endpoint that was made of a preset, by its kind and its name; a proxy by its kind, as it is named after its target. */
export function madeOf(preset: string, endpoints: Iterable<EndpointState>): EndpointState | undefined {
	const { kind, name } = presetConfig(preset);
	const isNumbered = (written: string) =>
		written.startsWith(`${name} `) && /^\d+$/.test(written.slice(name.length + 1));
	return [...endpoints].findLast(
		({ config }) => config.kind === kind && (isProxy(kind) || config.name === name || isNumbered(config.name)),
	);
}

/**
 * The endpoint that a step is about: the one that the lesson has made, else one like the step's preset. What it has made of another of
 * its presets belongs to other steps.
 */
export function lessonState(
	lesson: Lesson,
	step: number,
	made: string | undefined,
	endpoints: ReadonlyMap<string, EndpointState>,
): EndpointState | undefined {
	const preset = presetAt(lesson, step);
	const own = made === undefined ? undefined : endpoints.get(made);
	const isOfStep =
		own?.config.kind === presetConfig(preset).kind &&
		!presetsOf(lesson).some((other) => other !== preset && madeOf(other, [own]) !== undefined);
	return isOfStep ? own : madeOf(preset, endpoints.values());
}

/** Whether an endpoint still does what its preset does, wherever it listens and whatever it sends to. */
export function isAsPreset({ config }: EndpointState, preset: string): boolean {
	const place = { name: '', port: 0, target: undefined };
	return JSON.stringify({ ...presetConfig(preset), ...place }) === JSON.stringify({ ...config, ...place });
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
