import {
	FAULTS,
	type FaultName,
	type Faults,
	PROXY_DIRECTIONS,
	type ProxyDirection,
	type ProxyFaults,
} from '../../../../common/contract/config/proxy.ts';
import { type FaultField, faultSettings } from './fault-forms.ts';

/** A fault while it is edited: a switched-off one keeps its text. */
export interface FaultDraft {
	readonly on: boolean;
	/** By the names of its settings. */
	readonly texts: Readonly<Record<string, string>>;
}

/** The faults of one direction, each of them, in the order of the contract's list. */
export type WayDraft = ReadonlyMap<FaultName, FaultDraft>;

export type FaultsDraft = Readonly<Record<ProxyDirection, WayDraft>>;

export function faultsDraft({ toTarget, toClient }: ProxyFaults): FaultsDraft {
	return { toTarget: wayDraft(toTarget), toClient: wayDraft(toClient) };
}

function wayDraft(faults: Faults): WayDraft {
	return new Map(FAULTS.map((name) => [name, faultDraft(name, faults[name])]));
}

function faultDraft(name: FaultName, fault: Readonly<Record<string, unknown>> | undefined): FaultDraft {
	const texts = faultSettings(name).map((field) => [field.key, textOf(field, fault?.[field.key])]);
	return { on: fault !== undefined, texts: Object.fromEntries(texts) };
}

function textOf({ type, start }: FaultField, value: unknown): string {
	if (typeof value === 'number') return String(type === 'percent' ? Number((value * 100).toPrecision(12)) : value);
	return typeof value === 'string' ? value : start;
}

/** The input for the schema. */
export function faultsInput(draft: FaultsDraft): Readonly<Record<string, unknown>> {
	return Object.fromEntries(PROXY_DIRECTIONS.map((direction) => [direction, wayInput(draft[direction])]));
}

function wayInput(way: WayDraft): Readonly<Record<string, unknown>> {
	const on = [...way].filter(([, fault]) => fault.on);
	return Object.fromEntries(
		on.map(([name, { texts }]) => [
			name,
			Object.fromEntries(faultSettings(name).map((field) => [field.key, settingOf(field, texts[field.key] ?? '')])),
		]),
	);
}

function settingOf({ type }: FaultField, text: string): number | string {
	if (type === 'unit') return text;
	const trimmed = text.trim();
	if (!/^\d+(\.\d+)?$/.test(trimmed)) return Number.NaN;
	return type === 'percent' ? Number(trimmed) / 100 : Number(trimmed);
}

/** The draft with a fault of one direction changed. */
export function patchFault(
	draft: FaultsDraft,
	direction: ProxyDirection,
	name: FaultName,
	patch: Partial<FaultDraft>,
): FaultsDraft {
	const before = draft[direction].get(name) ?? faultDraft(name, undefined);
	return { ...draft, [direction]: new Map(draft[direction]).set(name, { ...before, ...patch }) };
}

/** Number of switched-on faults of a direction. */
export function countOn(way: WayDraft): number {
	return [...way.values()].filter(({ on }) => on).length;
}
