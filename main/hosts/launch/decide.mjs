/**
 * @typedef {object} Facts the state of the machine and the person's request
 * @property {'electron' | 'browser' | undefined} wanted
 * @property {string | undefined} noDisplay why no window can be shown, if so
 * @property {string | undefined} notThisUser why this user cannot run Electron, if so
 * @property {string | undefined} noSandbox why the installed Electron's sandbox cannot work here, if so
 * @property {'present' | 'absent' | 'unfetchable'} runtime Electron's runtime, which npm does not install
 * @property {string | undefined} fetchFailure why it could not be fetched
 */

/** Joins reasons in a sentence: `a`, `a, and b`, `a, b, and c`. */
const joined = (reasons) => [reasons.slice(0, -1).join(', '), reasons.at(-1)].filter(Boolean).join(', and ');

/**
 * The next step: start a host, fetch the runtime and decide again, or give up because the requested host is not
 * possible. The runtime is fetched where a window and this user are possible: only a runtime that is there can be given the
 * permissions that its sandbox needs.
 * @param {Facts} facts
 * @returns {{ next: 'electron' | 'fetch' } | { next: 'browser' | 'give-up', why: string }}
 */
export function decide(facts) {
	if (facts.wanted === 'browser') return { next: 'browser', why: 'the browser host was asked for' };
	const why = [facts.noDisplay, facts.notThisUser].filter((reason) => reason !== undefined);
	if (why.length === 0 && facts.runtime === 'absent') return { next: 'fetch' };
	if (facts.noSandbox !== undefined) why.push(facts.noSandbox);
	if (why.length === 0 && facts.runtime === 'present') return { next: 'electron' };
	if (facts.runtime === 'absent') why.push('its runtime is not installed');
	if (facts.runtime === 'unfetchable') why.push(`its runtime could not be fetched (${facts.fetchFailure})`);
	return { next: facts.wanted === 'electron' ? 'give-up' : 'browser', why: joined(why) };
}
