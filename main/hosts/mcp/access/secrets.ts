import { isObject } from '../../../../common/json/is-object.ts';
import { SECRET_PLACES, withoutSecret } from '../../../../common/workspace/secret-places.ts';

/**
 * JSON without secrets of configs, wherever in it a config is and whatever else is wrong with it: by the same places that
 * keep them out of the workspace's file.
 */
export function hideSecrets(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(hideSecrets);
	if (!isObject(value)) return value;
	const shown = SECRET_PLACES.reduce<unknown>((rest, place) => withoutSecret(rest, place), value);
	if (!isObject(shown)) return shown;
	const entries = Object.entries(shown).filter(([, part]) => part !== undefined);
	return Object.fromEntries(entries.map(([key, part]) => [key, hideSecrets(part)]));
}
