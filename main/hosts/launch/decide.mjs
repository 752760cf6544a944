/**
 * @typedef {object} Facts what is known about the machine and about what the person asked for
 * @property {'electron' | 'browser' | undefined} wanted
 * @property {string | undefined} noDisplay why no window can be shown, if so
 * @property {string | undefined} noSandbox why Electron's sandbox cannot work here, if so
 * @property {'present' | 'absent' | 'unfetchable'} runtime Electron's runtime, which npm does not install
 * @property {string | undefined} fetchFailure why it could not be fetched, once that has been tried
 */

/** Joins reasons as a sentence does: `a`, `a, and b`, `a, b, and c`. */
const joined = (reasons) => [reasons.slice(0, -1).join(', '), reasons.at(-1)].filter(Boolean).join(', and ');

/**
 * What to do next: start a host, fetch the runtime and then ask again, or give up because what was asked for
 * by name cannot be had. The runtime is only fetched where nothing else stands in the way.
 * @param {Facts} facts
 * @returns {{ next: 'electron' | 'fetch' } | { next: 'browser' | 'give-up', why: string }}
 */
export function decide(facts) {
	if (facts.wanted === 'browser') return { next: 'browser', why: 'the browser host was asked for' };
	const why = [facts.noDisplay, facts.noSandbox].filter((reason) => reason !== undefined);
	if (why.length === 0 && facts.runtime === 'present') return { next: 'electron' };
	if (why.length === 0 && facts.runtime === 'absent') return { next: 'fetch' };
	if (facts.runtime === 'absent') why.push('its runtime is not installed');
	if (facts.runtime === 'unfetchable') why.push(`its runtime could not be fetched (${facts.fetchFailure})`);
	return { next: facts.wanted === 'electron' ? 'give-up' : 'browser', why: joined(why) };
}
