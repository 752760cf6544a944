// Parts of the texts of events, which are known only as the parameters that they are: each follows the rules of `eventTexts`.

/** Faults of a proxy, as a note has them: those of both directions, those of one, and one. */
export const faultParts = {
	faultsBoth: ({ toTarget, toClient }: { readonly toTarget: string; readonly toClient: string }) =>
		`to the target ${toTarget}; to the client ${toClient}`,
	faultsAnd: ({ first, rest }: { readonly first: string; readonly rest: string }) => `${first}, ${rest}`,
	faultShare: ({ fault, share }: { readonly fault: string; readonly share: string }) =>
		`${fault} (${share} of the connections)`,
	faultsNone: 'none',
	faultLatency: ({ delay }: { readonly delay: string }) => `latency ${delay}`,
	faultBandwidth: ({ rate }: { readonly rate: number }) => `bandwidth ${rate} B/s`,
	faultSlices: ({ size }: { readonly size: string }) => `slices of ${size}`,
	faultSlicesEach: ({ ms }: { readonly ms: number }) => `${ms} ms each`,
	faultCorruptBytes: ({ share }: { readonly share: string }) => `corrupt ${share} of the bytes`,
	faultCorruptMessages: ({ share }: { readonly share: string }) => `corrupt ${share} of the messages`,
	faultDrop: ({ share }: { readonly share: string }) => `drop ${share}`,
	faultDuplicate: ({ share }: { readonly share: string }) => `duplicate ${share}`,
	faultReorder: ({ share, distance }: { readonly share: string; readonly distance: number }) =>
		`reorder ${share} by ${distance}`,
	faultSlowClose: ({ ms }: { readonly ms: number }) => `slow close ${ms} ms`,
	faultHalfOpen: ({ bytes }: { readonly bytes: number }) => `half-open after ${bytes} B`,
	faultTimeout: ({ ms }: { readonly ms: number }) => `timeout after ${ms} ms`,
	faultTimeoutOpen: 'timeout without close',
	faultReset: ({ bytes, ms }: { readonly bytes: number; readonly ms: number }) => `reset after ${bytes} B and ${ms} ms`,
	faultLimit: ({ bytes }: { readonly bytes: number }) => `close after ${bytes} B`,
	faultCloseAfter: ({ ms }: { readonly ms: number }) => `close after ${ms} ms`,
};

/** How often each fault was applied, with the stable name of the fault. */
export const faultCounts = {
	faultCountsAnd: ({ first, rest }: { readonly first: string; readonly rest: string }) => `${first}, ${rest}`,
	faultCount: ({ fault, count }: { readonly fault: string; readonly count: string }) => `${fault} ${count}`,
	faultIdLatency: 'latency',
	faultIdBandwidth: 'bandwidth',
	faultIdSlicer: 'slicer',
	faultIdCorrupt: 'corrupt',
	faultIdDrop: 'drop',
	faultIdDuplicate: 'duplicate',
	faultIdReorder: 'reorder',
	faultIdSlowClose: 'slowClose',
	faultIdHalfOpen: 'halfOpen',
	faultIdTimeout: 'timeout',
	faultIdReset: 'reset',
	faultIdLimitData: 'limitData',
	faultIdCloseAfter: 'closeAfter',
};

/** Framings, to follow “Framing:”. A part that ends a description comes before those that it may end. */
export const framingParts = {
	framingNone: 'none (one message per read)',
	framingLine: 'line',
	framingDelimiterEither: ({ text, format }: { readonly text: string; readonly format: string }) =>
		`delimiter ${text} (${format}, with LF or CR LF)`,
	framingDelimiter: ({ text, format }: { readonly text: string; readonly format: string }) =>
		`delimiter ${text} (${format})`,
	framingFixedOne: 'fixed length of 1 byte',
	framingFixed: ({ length }: { readonly length: number }) => `fixed length of ${length} bytes`,
	framingIdle: ({ ms }: { readonly ms: number }) => `pause of ${ms} ms after a message`,
	framingPlus: ({ field, by }: { readonly field: string; readonly by: number }) => `${field}, plus ${by}`,
	framingMinus: ({ field, by }: { readonly field: string; readonly by: number }) => `${field}, minus ${by}`,
	framingCountsHead: ({ field }: { readonly field: string }) => `${field}, which counts its head`,
	framingAtOffset: ({ field, offset }: { readonly field: string; readonly offset: number }) =>
		`${field} at offset ${offset}`,
	framingLengthOne: 'length field of 1 byte',
	framingLengthBig: ({ size }: { readonly size: number }) => `big-endian length field of ${size} bytes`,
	framingLengthLittle: ({ size }: { readonly size: number }) => `little-endian length field of ${size} bytes`,
};

/** The plan of a generator. */
export const planParts = {
	planStream: ({ plan, stream }: { readonly plan: string; readonly stream: number }) => `${plan}, stream ${stream}`,
	planFast: ({ what }: { readonly what: string }) => `${what}, as fast as it can`,
	planPaced: ({ what, rate }: { readonly what: string; readonly rate: number }) => `${what}, ${rate} a second`,
	planEndlessText: 'messages without end of text',
	planEndless: ({ size }: { readonly size: number }) => `messages without end of ${size} bytes`,
	planText: ({ count }: { readonly count: number }) => `${count} messages of text`,
	planBytes: ({ count, size }: { readonly count: number; readonly size: number }) =>
		`${count} messages of ${size} bytes`,
};

/** What a capture has lost. */
export const lossParts = {
	lossAnd: ({ first, rest }: { readonly first: string; readonly rest: string }) => `${first}; ${rest}`,
	lossOfEndpoint: ({
		events,
		received,
		sent,
	}: {
		readonly events: string;
		readonly received: string;
		readonly sent: string;
	}) => `the endpoint: ${events}, ${received} in, ${sent} out`,
	lossOfConnection: ({
		connection,
		events,
		received,
		sent,
	}: {
		readonly connection: number;
		readonly events: string;
		readonly received: string;
		readonly sent: string;
	}) => `connection ${connection}: ${events}, ${received} in, ${sent} out`,
	lossAtLeastOneMore: 'and at least 1 connection more',
	lossAtLeastMore: ({ more }: { readonly more: number }) => `and at least ${more} connections more`,
	lossOneMore: 'and 1 connection more',
	lossMore: ({ more }: { readonly more: number }) => `and ${more} connections more`,
	lossOneEvent: '1 event',
	lossEvents: ({ count }: { readonly count: number }) => `${count} events`,
	lossOneByte: '1 byte',
	lossBytes: ({ count }: { readonly count: number }) => `${count} bytes`,
};
