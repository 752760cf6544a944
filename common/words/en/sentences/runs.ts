/** Errors of tests, load tests, rules and scripts while they run. */
export const runErrors = {
	generatorClosed: ({ target }: { readonly target: string }) =>
		`The connection to ${target} was closed while the generator sent on it.`,
	generatorBusy: 'A generator sends on this connection already: stop it first.',
	generatorMissing: 'There is no such run of the generator: it may have been forgotten.',
	ledgerOfProxy: ({ name }: { readonly name: string }) =>
		`${name} is a proxy: keep the ledger at the program behind it.`,
	fewerRandomBytes: 'The message that was sent last had fewer random bytes than are expected.',
	testNeedsNoProxy: ({ name }: { readonly name: string }) =>
		`${name} is a proxy: a test uses it by setup, and connects to it with a client.`,
	noEndpointNamed: ({ name }: { readonly name: string }) => `The workspace has no endpoint ${name}.`,
	severalEndpointsNamed: ({ name }: { readonly name: string }) =>
		`Several endpoints are called ${name}: name the id of one.`,
	inStep: ({ number, reason }: { readonly number: string; readonly reason: string }) => `Step ${number}: ${reason}`,
	rulesStopped: 'The endpoint has been stopped.',
	patternGivenUp: ({ bytes, time }: { readonly bytes: number; readonly time: string }) =>
		`The pattern had not finished with a message of ${bytes} bytes after ${time}, and was given up. Simplify its regular expression, or cut shorter messages.`,
	ruleGivenUp: ({ rule, bytes, time }: { readonly rule: number; readonly bytes: number; readonly time: string }) =>
		`Rule ${rule} had not finished with a message of ${bytes} bytes after ${time}, and was given up. Simplify its regular expression, or cut shorter messages.`,
	interpreterMissing: ({ reason }: { readonly reason: string }) =>
		`The interpreter of scripts cannot be loaded: ${reason}`,
};
