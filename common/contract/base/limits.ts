/** Upper bounds of everything that crosses a boundary. Sizes are bytes unless the name says otherwise. */
export const LIMITS = {
	/** Largest single frame a transport carries; longer messages travel in several. */
	frameBytes: 256 * 1024,
	/** Largest RPC message after its frames are joined: a 64 MiB payload and its envelope. */
	messageBytes: 65 * 1024 * 1024,
	/** Largest payload of one `send`. */
	payloadBytes: 64 * 1024 * 1024,
	/** Connections that one message can name as targets. */
	sendTargets: 10_000,
	/** Largest UDP datagram over IPv4. */
	datagramBytes: 65_507,
	/** Rows that one `captureRows` query returns at most. */
	rowsPerQuery: 1000,
	/** Messages of one answer of `streamMessages` at most. */
	messagesPerQuery: 4096,
	/** Bytes of an event's payload that a row carries as its preview. */
	previewBytes: 96,
	/** Places of what is sought, in one row and in one answer of `capturePlaces`. */
	placesPerRow: 16,
	placesPerQuery: 1000,
	/** Matches of a search that are counted: there may be more. */
	countedMatches: 1000,
	/** Buckets of one `captureTimeline` at most. */
	timelineBuckets: 1000,
	/** Columns and series of one `capturePlot` at most. */
	plotColumns: 2000,
	plotSeries: 8,
	/** Bytes that one `captureBytes` query returns at most. */
	bytesPerQuery: 1024 * 1024,
	/** Largest message that a framer collects; when it is reached, the framer delivers the bytes so far. */
	frameMessageBytes: 1024 * 1024,
	/** Maximum offset of a message's length field. */
	frameHeadBytes: 1024,
	/** Endpoints with another framing in one list of messages. */
	triedFramings: 1000,
	/** Rules in one responder. */
	rules: 1000,
	/** Characters in one payload, template or pattern of a rule. */
	templateChars: 256 * 1024,
	/** Saved payloads and variables of a workspace, and characters in the value of one. */
	savedPayloads: 1000,
	variables: 1000,
	variableChars: 64 * 1024,
	/** Characters in a script, and the highest value that the limit can be set to. */
	scriptChars: 256 * 1024,
	scriptTimeMs: 60_000,
	scriptMemoryMiB: 256,
	scriptOutputKiB: 64 * 1024,
	/** Marked or noted events in a capture. */
	marks: 10_000,
	/** Characters in a note. */
	noteChars: 2000,
	/** Steps of one test, nested ones counted, and how deep they nest. */
	sequenceSteps: 1000,
	stepDepth: 16,
	/** Cases of one branch, and rounds of one loop. */
	branchCases: 100,
	sequenceRounds: 100_000,
	/** Steps that one run of a test takes, each round of a loop counted. */
	sequenceTaken: 1_000_000,
	/** Connections of one test, and endpoints that it needs. */
	testConnections: 20,
	testSetup: 100,
	/** Tests in the settings of earlier versions, and in a workspace. */
	savedSequences: 100,
	savedTests: 1000,
	/** Received bytes that may wait for a step that expects them. */
	sequenceBytes: 16 * 1024 * 1024,
	/** Events and bytes of a conversation that is made runnable. */
	recordingEvents: 20_000,
	recordingBytes: 16 * 1024 * 1024,
	/** Saved filters, and recent filters that are remembered. */
	savedFilters: 100,
	recentFilters: 30,
	/** Structures of a workspace. */
	structures: 200,
	/** Colour rules of a workspace. */
	colourRules: 32,
	/** Recent workspace files that are remembered. */
	recentWorkspaces: 10,
	/** Characters in the text of a workspace file that a page passes on. */
	workspaceChars: 16 * 1024 * 1024,
	/** Decoded fields of one query for rows, and characters of the name of one. */
	fieldColumns: 32,
	fieldPathChars: 240,
	/** Characters in a filter. */
	filterChars: 2000,
	/** Bytes of a search pattern in a conversation. */
	findBytes: 4096,
	/** Characters in a text with a place for a number. */
	numberedTextChars: 1000,
	/** Captures that one call deletes at most. */
	capturesPerCall: 10_000,
	/** How long a deletion can be undone, in milliseconds. */
	undoMs: 20_000,
	/** Characters in an id that the host assigned. */
	idChars: 100,
	/** Characters in a certificate or key as PEM, including its signers' certificates. */
	pemChars: 256 * 1024,
	/** Characters in a path. */
	pathChars: 4096,
	/** Bytes of a capture file that a browser may upload: 64 GiB. */
	uploadBytes: 64 * 2 ** 30,
	/** Characters in a name. */
	nameChars: 200,
	/** Longest delay or interval, in milliseconds: one day. */
	delayMs: 86_400_000,
	/** Connections that the system is asked about in one call. */
	kernelSockets: 100,
	/** How long one address may be probed, in milliseconds. */
	probeMs: 60_000,
} as const;
