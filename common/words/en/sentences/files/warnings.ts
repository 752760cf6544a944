interface OfFile {
	readonly file: string;
}
interface Damaged extends OfFile {
	/** With its place. */
	readonly reason: string;
}

/** What is missing in a capture, or was repaired. Each follows the rules of `eventTexts`. */
export const captureWarnings = {
	fileDamagedAtEvent: ({ file, reason, event }: Damaged & { readonly event: number }) =>
		`${file} is damaged: ${reason}. Event ${event} cannot be read.`,
	fileDamagedAtEvents: ({
		file,
		reason,
		events,
		event,
	}: Damaged & { readonly events: number; readonly event: number }) =>
		`${file} is damaged: ${reason}. ${events} events cannot be read, one of them event ${event}.`,
	fileDamagedAtMost: ({ file, reason, events, event }: Damaged & { readonly events: number; readonly event: number }) =>
		`${file} is damaged: ${reason}. ${events} events or more cannot be read, one of them event ${event}.`,
	fileDamagedBytes: ({ file, reason, bytes }: Damaged & { readonly bytes: number }) =>
		`${file} is damaged: ${reason}. ${bytes} bytes could not be read, and are left out.`,
	importDamaged: ({ file, reason, offset }: Damaged & { readonly offset: number }) =>
		`${file} is damaged: ${reason}. What is behind byte ${offset} is left out.`,
	// After those that begin alike.
	fileDamaged: ({ file, reason }: Damaged) => `${file} is damaged: ${reason}.`,
	lastBytesLeftOut: ({ file, bytes }: OfFile & { readonly bytes: number }) =>
		`The last ${bytes} bytes of ${file} are of an unfinished event, and are left out.`,
	bytesNotCapturedOnce: ({ bytes }: { readonly bytes: number }) =>
		`${bytes} bytes of TCP streams were not captured, in one place: notes stand there.`,
	bytesNotCaptured: ({ bytes, places }: { readonly bytes: number; readonly places: number }) =>
		`${bytes} bytes of TCP streams were not captured, in ${places} places: notes stand there.`,
	connectionsNotFollowed: ({ count }: { readonly count: number }) =>
		`${count} connections were followed no further, as there were too many at once.`,
	packetsNotShown: ({ packets }: { readonly packets: string }) => `Packets that are not shown: ${packets}.`,
	growingCapture: 'Another Wirebench writes this capture at present: it is shown as it grows, and is not touched.',
	eventNotExported: '1 event is in no file of the capture any more, and not in the export.',
	eventsNotExported: ({ events }: { readonly events: number }) =>
		`${events} events are in no file of the capture any more, and not in the export.`,
	/** `state`, `segments`, `lost`: parts of it. */
	captureRebuilt: ({ state, segments }: { readonly state: string; readonly segments: string }) =>
		`The capture was ${state}: the index of ${segments} was rebuilt.`,
	captureRebuiltWith: ({
		state,
		segments,
		lost,
	}: {
		readonly state: string;
		readonly segments: string;
		readonly lost: string;
	}) => `The capture was ${state}: the index of ${segments} was rebuilt, and ${lost}.`,
	storedEventGone: '1 event that it had is in no file any more.',
	storedEventsGone: ({ events }: { readonly events: number }) =>
		`${events} events that it had are in no file any more.`,
	changedByOther: ({ file, reason }: Damaged) =>
		`${file} was changed by another program, and is shown up to there: ${reason}`,
	indexRebuilt: ({ segments }: { readonly segments: string }) =>
		`The index of ${segments} was damaged, and was rebuilt from the segment.`,
	indexRebuiltWhole: ({ segments }: { readonly segments: string }) =>
		`The index of ${segments} was damaged, and was rebuilt from the segment: nothing was lost.`,
	damagedAtByte: ({ file, byte, bytes, held }: OfFile & Held & { readonly byte: number }) =>
		`${file} is damaged at byte ${byte}: ${bytes} bytes cannot be read. ${held}`,
	damagedInPlaces: ({
		file,
		places,
		byte,
		bytes,
		held,
	}: OfFile & Held & { readonly places: number; readonly byte: number }) =>
		`${file} is damaged in ${places} places, the first at byte ${byte}: ${bytes} bytes cannot be read. ${held}`,
	eventInNoFile: ({ event, between, from, to }: Gap & { readonly event: number }) =>
		`1 event (event ${event}) is in no file, between ${between}: from ${from} to ${to}.`,
	eventsInNoFile: ({
		events,
		first,
		last,
		between,
		from,
		to,
	}: Gap & { readonly events: number; readonly first: number; readonly last: number }) =>
		`${events} events (events ${first} to ${last}) are in no file, between ${between}: from ${from} to ${to}.`,
};

interface Held {
	readonly bytes: number;
	/** How many events they held. */
	readonly held: string;
}
interface Gap {
	/** The files around it. */
	readonly between: string;
	/** Times. */
	readonly from: string;
	readonly to: string;
}

/** Parts of those, by the names of the parameters. */
export const warningParts = {
	notClosed: 'not closed',
	cutOff: 'cut off',
	oneSegment: 'one segment',
	severalSegments: ({ count }: { readonly count: number }) => `${count} segments`,
	unfinishedLeftOut: ({ bytes }: { readonly bytes: number }) => `${bytes} bytes of an unfinished event were left out`,
	unfinishedCutOff: ({ bytes }: { readonly bytes: number }) => `${bytes} bytes of an unfinished event were cut off`,
	nothingLost: 'nothing was lost',
	heldUnknown: 'It is not known how many events they held.',
	heldEvent: 'They held 1 event.',
	heldEvents: ({ events }: { readonly events: number }) => `They held ${events} events.`,
	filesAround: ({ before, after }: { readonly before: string; readonly after: string }) => `${before} and ${after}`,
	filesAroundSegment: ({ before, after }: { readonly before: string; readonly after: string }) =>
		`${before} and ${after}, where one segment is missing`,
	filesAroundSegments: ({
		before,
		after,
		segments,
	}: {
		readonly before: string;
		readonly after: string;
		readonly segments: number;
	}) => `${before} and ${after}, where ${segments} segments are missing`,
	unknownTime: 'an unknown time',
};

/** Kinds of packets that are not shown, and how many. */
export const skippedPackets = {
	skippedAndOthers: ({ list }: { readonly list: string }) => `${list}, and others`,
	skippedList: ({ first, rest }: { readonly first: string; readonly rest: string }) => `${first}, ${rest}`,
	skippedLlc: ({ n }: { readonly n: number }) => `${n} 802.3 LLC`,
	skippedLinkHeader: ({ n }: { readonly n: number }) => `${n} cut off within the link header`,
	skippedFragmentCut: ({ n }: { readonly n: number }) => `${n} cut off within a fragment`,
	skippedTransportCut: ({ n }: { readonly n: number }) => `${n} cut off within the transport header`,
	skippedMalformedPdu: ({ n }: { readonly n: number }) => `${n} malformed exported PDU`,
	skippedMalformedFragment: ({ n }: { readonly n: number }) => `${n} malformed fragment`,
	skippedMalformed: ({ n, protocol }: { readonly n: number; readonly protocol: string }) =>
		`${n} malformed ${protocol}`,
	skippedLinkType: ({ n, type }: { readonly n: number; readonly type: string }) => `${n} link type ${type}`,
	skippedLoopback: ({ n, family }: { readonly n: number; readonly family: string }) =>
		`${n} loopback protocol ${family}`,
	skippedRawIp: ({ n, version }: { readonly n: number; readonly version: string }) =>
		`${n} raw IP of version ${version}`,
	skippedOtherKinds: ({ n }: { readonly n: number }) => `${n} other kinds`,
};
