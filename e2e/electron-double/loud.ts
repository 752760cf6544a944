import { EventEmitter } from 'node:events';

/** Names that the language itself looks up. */
const QUIET = new Set(['then', 'toJSON', 'constructor']);

/** Wraps an object so that access to a missing member throws instead of returning undefined. */
export function loud<T extends object>(name: string, object: T): T {
	const check = (target: T, key: string | symbol) => {
		if (typeof key === 'symbol' || QUIET.has(key) || key in target) return;
		throw new Error(`The Electron double has no ${name}.${key}.`);
	};
	return new Proxy(object, {
		get(target, key, receiver) {
			check(target, key);
			return Reflect.get(target, key, receiver);
		},
		set(target, key, value, receiver) {
			check(target, key);
			return Reflect.set(target, key, value, receiver);
		},
	});
}

/** An emitter that rejects listeners for events that are never emitted. */
export class LoudEmitter extends EventEmitter {
	readonly label: string;
	readonly events: Set<string>;

	constructor(label: string, events: readonly string[]) {
		super();
		this.label = label;
		this.events = new Set(events);
	}

	override on(event: string, listener: (...args: unknown[]) => void): this {
		if (!this.events.has(event)) throw new Error(`The Electron double has no event "${event}" of ${this.label}.`);
		return super.on(event, listener);
	}
}

/** An event that can be prevented. */
export function preventable<T extends object>(fields: T) {
	const state = { defaultPrevented: false };
	return Object.assign(state, fields, {
		preventDefault() {
			state.defaultPrevented = true;
		},
	});
}
