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

/** Why a step of a test has failed. `within`: with its unit. */
export const stepFailures = {
	unexpectedBytes: 'Bytes came that no step expects.',
	noEndWithin: ({ within }: { readonly within: string }) => `The peer did not end within ${within}.`,
	neededRemoved: 'An endpoint of the workspace that it needs was removed.',
	/** `errno`: the system's name of the error and a colon, or nothing. */
	notStarted: ({ name, errno, reason }: { readonly name: string; readonly errno: string; readonly reason: string }) =>
		`${name} did not start: ${errno}${reason}`,
	listensNoMore: ({ server }: { readonly server: string }) => `${server} does not listen any more.`,
	connectedAlready: 'It is connected already: close it first.',
	notConnected: 'It is not connected: an open step has to come before this one.',
	connectionGone: 'There is no connection any more.',
	clientCannotAccept: 'A client accepts no connection: use open.',
	noConnectionYet: 'There is no connection yet.',
	serverCannotOpen: 'A server opens no connection: use accept.',
	nobodyConnected: ({ within }: { readonly within: string }) => `Nobody connected within ${within}.`,
	moreThanKept: 'More came than is kept for a step, and what is expected was not in it.',
	endedBefore: 'The connection ended before.',
	nothingWithin: ({ within }: { readonly within: string }) => `Nothing came within ${within}.`,
	noDatagramWithin: ({ within }: { readonly within: string }) => `No datagram that does came within ${within}.`,
	noCaseWithin: ({ bytes, within }: { readonly bytes: number; readonly within: string }) =>
		`${bytes} bytes came that match no case within ${within}.`,
	onlyWithin: ({ bytes, within }: { readonly bytes: number; readonly within: string }) =>
		`Only ${bytes} bytes came within ${within}.`,
	somethingElse: 'Something else came.',
	innerStepFailed: 'A step in it has failed.',
	roundFailed: ({ round }: { readonly round: number }) => `In round ${round} a step in it has failed.`,
	runTakesSteps: ({ most }: { readonly most: number }) => `A run takes at most ${most} steps.`,
	metInEachRound: ({ rounds }: { readonly rounds: number }) => `What it repeats for came in each of ${rounds} rounds.`,
	metInNoRound: ({ rounds }: { readonly rounds: number }) => `What it waits for came in none of ${rounds} rounds.`,
	testTookLonger: ({ within }: { readonly within: string }) => `The test took longer than ${within}.`,
};
