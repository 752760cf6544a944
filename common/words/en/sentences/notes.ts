/** Further texts of events that are no errors: of proxies, request lists, framers, generators and imports. Each follows the rules of `eventTexts`. */
export const noteTexts = {
	faultsChanged: ({ faults }: { readonly faults: string }) => `Faults changed: ${faults}.`,
	clientFaultsChanged: ({ faults }: { readonly faults: string }) => `Faults of this client changed: ${faults}.`,
	connectionFaultsChanged: ({ faults }: { readonly faults: string }) => `Faults of this connection changed: ${faults}.`,
	faultFirstToTarget: ({ fault }: { readonly fault: string }) =>
		`The fault ${fault} is applied on the way to the target, for the first time.`,
	faultFirstToClient: ({ fault }: { readonly fault: string }) =>
		`The fault ${fault} is applied on the way to the client, for the first time.`,
	faultTotalsToTarget: ({ counts }: { readonly counts: string }) => `Faults on the way to the target: ${counts}.`,
	faultTotalsToClient: ({ counts }: { readonly counts: string }) => `Faults on the way to the client: ${counts}.`,
	tornByOne:
		'1 byte was lost to a fault that is switched off now. The stream cannot go on without them: closing both sides.',
	tornByMany: ({ lost }: { readonly lost: number }) =>
		`${lost} bytes were lost to a fault that is switched off now. The stream cannot go on without them: closing both sides.`,
	framingChanged: ({ framing }: { readonly framing: string }) => `Framing changed: ${framing}.`,
	scriptAnswers: 'From now on another script answers.',
	oneRuleAnswers: 'From now on one rule answers.',
	rulesAnswer: ({ rules }: { readonly rules: number }) => `From now on ${rules} rules answer.`,
	nothingAnswered: 'From now on nothing is answered.',
	noMessageAnswered: 'From now on no message is answered.',
	unreadByRule: ({ rule, why }: { readonly rule: number; readonly why: string }) =>
		`Rule ${rule} does not match: ${why}`,
	askedUnfilled: ({ message, all }: { readonly message: number; readonly all: number }) =>
		`Message ${message} of ${all} could not be filled in.`,
	askedRefused: ({ message, all }: { readonly message: number; readonly all: number }) =>
		`Message ${message} of ${all} was refused.`,
	askedMissed: ({ message, all, ms }: { readonly message: number; readonly all: number; readonly ms: number }) =>
		`Message ${message} of ${all} got no answer within ${ms} ms.`,
	askedOneLate: ({ answered, total }: { readonly answered: number; readonly total: number }) =>
		`${answered} of ${total} messages got their answer. 1 answer came too late.`,
	askedManyLate: ({
		answered,
		total,
		late,
	}: {
		readonly answered: number;
		readonly total: number;
		readonly late: number;
	}) => `${answered} of ${total} messages got their answer. ${late} answers came too late.`,
	asked: ({ answered, total }: { readonly answered: number; readonly total: number }) =>
		`${answered} of ${total} messages got their answer.`,
	lateAnswer: ({ message, ms }: { readonly message: number; readonly ms: number }) =>
		`The answer to message ${message} came after ${ms} ms: too late, it counts for no other.`,
	kernelDroppedOne: ({ room }: { readonly room: number }) =>
		`Lost before this point: 1 datagram, which came faster than they were read. The system's receive buffer (${room} bytes) was full.`,
	kernelDropped: ({ datagrams, room }: { readonly datagrams: number; readonly room: number }) =>
		`Lost before this point: ${datagrams} datagrams, which came faster than they were read. The system's receive buffer (${room} bytes) was full.`,
	moreRoom: ({ lost, limit }: { readonly lost: string; readonly limit: number }) =>
		`${lost} More room: sudo sysctl net.core.rmem_max=${limit}, then start it again.`,
	moreRoomByOption: ({ lost }: { readonly lost: string }) =>
		`${lost} More room: a larger receive buffer in its options.`,
	captureTooSlow: ({
		events,
		bytes,
		parts,
	}: {
		readonly events: string;
		readonly bytes: string;
		readonly parts: string;
	}) => `Lost before this point: ${events} with ${bytes}, as the capture could not be written fast enough. ${parts}`,
	filesDeleted: ({ next }: { readonly next: number }) =>
		`Files of the capture were deleted or replaced while they were written. Events that were in them are gone; from event ${next} on all is in a new segment.`,
	filesOverwritten: ({ events, next }: { readonly events: string; readonly next: number }) =>
		`Files of the capture were cut off, deleted or overwritten by another program while they were written. ${events} From event ${next} on all is in a new segment.`,
	/** After the last write. */
	filesOverwrittenLast: ({ events }: { readonly events: string }) =>
		`Files of the capture were cut off, deleted or overwritten by another program while they were written. ${events}`,
	noEventGone: 'No stored event is known to be gone.',
	eventsGone: ({ gone }: { readonly gone: number }) => `${gone} stored events are gone.`,
	groupsUnheard: ({ host }: { readonly host: string }) =>
		`Bound to ${host}, the socket may get nothing of its groups: bind it to 0.0.0.0 (or ::), or to the group itself.`,
	sourceDiffersHere: ({
		peer,
		asked,
		from,
	}: {
		readonly peer: string;
		readonly asked: string;
		readonly from: string;
	}) => `${peer} asked ${asked}, and its answer goes out from ${from}: it is connected, so it gets nothing.`,
	sourceMayDiffer: ({ own, peer, from }: { readonly own: string; readonly peer: string; readonly from: string }) =>
		`This machine has several addresses (${own}), and answers to ${peer} go out from ${from}, whichever was asked: a connected client gets none from another.`,
	/** What a warning about another source address advises; `what`: one of the two above. */
	bindAsked: ({ bound }: { readonly bound: string }) =>
		`Bind the socket to the address that clients ask, in place of ${bound}.`,
	sourceWarned: ({ what, bound }: { readonly what: string; readonly bound: string }) =>
		`${what} Bind the socket to the address that clients ask, in place of ${bound}.`,
	proxyAnswered: ({ answer }: { readonly answer: string }) => `The proxy answered "${answer}".`,
	proxyAsked: ({ proxy, target }: { readonly proxy: string; readonly target: string }) =>
		`Asking the ${proxy} for ${target}.`,
	proxyConnected: ({ target, ms }: { readonly target: string; readonly ms: number }) =>
		`Connected to ${target} through the proxy after ${ms} ms.`,
	refusedUntilRoom: ({ why }: { readonly why: string }) =>
		`${why} New connections are refused until there is room; further ones are counted.`,
	senderUnaddressed: 'The sender has no address: it cannot be answered. All such senders are one peer here.',
	receiverFull: 'The receiver’s queue is full (EAGAIN): what is sent waits until it reads.',
	datagramCut: ({ lost }: { readonly lost: number }) => `${lost} bytes of a datagram did not fit and are lost.`,
	streamEndedInside: ({ got, all }: { readonly got: number; readonly all: number }) =>
		`The stream ended after ${got} of ${all} bytes.`,
	streamEndedInHead: ({ got, all }: { readonly got: number; readonly all: number }) =>
		`The stream ended after ${got} of ${all} bytes of the head of a message.`,
	streamEndedInMessage: ({ got, all }: { readonly got: number; readonly all: number }) =>
		`The stream ended after ${got} of ${all} bytes of a message.`,
	messageEndless: ({ limit }: { readonly limit: number }) =>
		`No end of the message within ${limit} bytes: the bytes so far become one.`,
	lengthOverLimit: ({
		length,
		total,
		limit,
	}: {
		readonly length: string;
		readonly total: string;
		readonly limit: number;
	}) =>
		`The length ${length} cannot be: a message of ${total} bytes is over the limit of ${limit}. From now on each read is a message.`,
	lengthUnderHead: ({
		length,
		total,
		head,
	}: {
		readonly length: string;
		readonly total: string;
		readonly head: number;
	}) =>
		`The length ${length} cannot be: a message of ${total} is shorter than its head of ${head} bytes. From now on each read is a message.`,
	generatorRefused: ({ why }: { readonly why: string }) =>
		`${why} The generator goes on; further refusals of this kind are only counted.`,
	openBefore: ({ connection }: { readonly connection: string }) =>
		`Open since before this capture began: ${connection}`,
	generatorBegins: ({ plan }: { readonly plan: string }) => `The generator begins: ${plan}.`,
	generatorDoneRefused: ({
		sent,
		refused,
		seconds,
		rate,
	}: {
		readonly sent: number;
		readonly refused: number;
		readonly seconds: string;
		readonly rate: number;
	}) => `The generator is done: ${sent} messages sent, ${refused} refused, in ${seconds} s (${rate}/s).`,
	generatorDone: ({
		sent,
		seconds,
		rate,
	}: {
		readonly sent: number;
		readonly seconds: string;
		readonly rate: number;
	}) => `The generator is done: ${sent} messages sent, in ${seconds} s (${rate}/s).`,
	generatorStoppedRefused: ({
		sent,
		refused,
		seconds,
		rate,
	}: {
		readonly sent: number;
		readonly refused: number;
		readonly seconds: string;
		readonly rate: number;
	}) => `The generator was stopped: ${sent} messages sent, ${refused} refused, in ${seconds} s (${rate}/s).`,
	generatorStopped: ({
		sent,
		seconds,
		rate,
	}: {
		readonly sent: number;
		readonly seconds: string;
		readonly rate: number;
	}) => `The generator was stopped: ${sent} messages sent, in ${seconds} s (${rate}/s).`,
	generatorFailedRefused: ({
		sent,
		refused,
		seconds,
		rate,
	}: {
		readonly sent: number;
		readonly refused: number;
		readonly seconds: string;
		readonly rate: number;
	}) => `The generator failed: ${sent} messages sent, ${refused} refused, in ${seconds} s (${rate}/s).`,
	generatorFailed: ({
		sent,
		seconds,
		rate,
	}: {
		readonly sent: number;
		readonly seconds: string;
		readonly rate: number;
	}) => `The generator failed: ${sent} messages sent, in ${seconds} s (${rate}/s).`,
	importedCut: ({ length, captured }: { readonly length: number; readonly captured: number }) =>
		`The datagram had ${length} bytes: the capture has the first ${captured}.`,
	importedRefused: ({ place }: { readonly place: string }) => `The connection of ${place} was refused.`,
	importedSilent: ({ place }: { readonly place: string }) => `The connection of ${place} got no answer.`,
	importedBefore: 'The connection was there before the capture began.',
	importedEvicted: ({ most }: { readonly most: number }) =>
		`Not followed any further: the capture has more than ${most} conversations at once.`,
	importedMissingOneOfClient: '1 byte is missing here, which the client sent: the capture does not have it.',
	importedMissingOneOfServer: '1 byte is missing here, which the server sent: the capture does not have it.',
	importedMissingOfClient: ({ bytes }: { readonly bytes: number }) =>
		`${bytes} bytes are missing here, which the client sent: the capture does not have them.`,
	importedMissingOfServer: ({ bytes }: { readonly bytes: number }) =>
		`${bytes} bytes are missing here, which the server sent: the capture does not have them.`,
};
