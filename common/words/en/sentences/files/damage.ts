/** What is wrong in the bytes of a capture file. */
export const damageReasons = {
	eventBlockCut: 'A block of an event is cut off',
	descriptionCut: ({ endpoint }: { readonly endpoint: string }) => `The description of ${endpoint} is cut off`,
	markDamaged: 'A mark, a note or the description of an interface is damaged',
	noIndexOfCapture: ({ index }: { readonly index: string }) => `${index} is not the index of a capture`,
	indexRowDamaged: 'A row of the index is damaged',
	descriptionMoved: 'No description of an interface is where it was',
	foreignLinkType: ({ linkType }: { readonly linkType: number }) =>
		`Link type ${linkType} is not one that Wirebench writes`,
	descriptionDamaged: 'The description of an interface is damaged',
	eventShort: 'An event has fewer bytes than its index row says',
	eventPacketCut: 'A packet of the event is cut off',
	indexEndsEarly: 'An index ends before its last event',
	indexPastEnd: 'The index points past the end of the segment',
	headersDamaged: 'The headers of a packet are damaged',
	pduTagsCut: 'The tags of an exported PDU are cut off',
	pduTagCut: 'A tag of an exported PDU is cut off',
	neitherIp: 'A raw IP packet is neither IPv4 nor IPv6',
	foreignIpProtocol: ({ protocol }: { readonly protocol: number }) =>
		`IP protocol ${protocol} is not one that Wirebench writes`,
	formHeadersCut: ({ form }: { readonly form: string }) => `The headers of a ${form} packet are cut off`,
	eventInLostPart: 'The event was in a part of the file that cannot be read',
	fileEndsInEvent: 'The file ends before the event does',
	noPacketAtEvent: 'No packet block begins where an event does',
	blockLength: ({ length }: { readonly length: number }) => `A block cannot be ${length} bytes long`,
	packetTooLong: ({ captured }: { readonly captured: number }) =>
		`A packet of ${captured} bytes does not fit its block`,
	packetOtherTime: 'A packet has another time than its event',
	packetOtherConnection: 'A packet is of another connection than its event',
	packetOtherWay: 'A packet goes another way than its event',
	eventOtherLength: ({ payload, length }: { readonly payload: number; readonly length: number }) =>
		`An event has ${payload} bytes in place of ${length}`,
	commentOtherEvent: 'The comment of a packet does not say what its event is',
	ipHeaderDamaged: 'The IP header of a packet is damaged',
	checksumLost: 'A datagram has lost its checksum',
	checksumWrong: 'A packet does not have the bytes that its checksum was made for',
	blockLengthDamaged: 'The length of a block is damaged',
	segmentWithoutSection: 'A segment does not begin with a section header',
	otherBeginning: 'The file does not begin as Wirebench begins one',
	packetBlockCut: 'A packet block is cut off',
	packetShortened: 'A packet was shortened',
	optionCut: 'An option is cut off',
	optionOfCut: ({ length }: { readonly length: number }) => `An option of ${length} bytes is cut off`,
	tcpHeadersCut: 'The headers of a TCP packet are cut off',
	packetHeadersCut: 'The headers of a packet are cut off',
	foreignSection: 'A section was not written by Wirebench',
	sectionDamaged: 'A section header is damaged',
	otherInterface: ({ linkType }: { readonly linkType: number }) =>
		`An interface has the link type ${linkType} and other times than Wirebench`,
	noInterface: ({ id }: { readonly id: number }) => `The section has no interface ${id}`,
	sectionTooLarge: 'A section is larger than 4 GiB',
	packetWithoutFlags: 'A packet of data does not say its direction or its connection',
	eventStartMissing: 'The beginning of an event is missing',
	eventEndMissing: 'The end of an event is missing',
	blockTrailer: ({ length, trailer }: { readonly length: number; readonly trailer: number }) =>
		`A block of ${length} bytes ends with the length ${trailer}`,
	formatUnknown: 'The file ends before its format is known',
	compressedDamaged: ({ reason }: { readonly reason: string }) => `What is compressed is damaged: ${reason}`,
	noPacketFile: 'This is no pcap or pcapng file',
	isNetXray: 'This is no pcap or pcapng file, it is a NetXRay capture',
	isSnoop: 'This is no pcap or pcapng file, it is a snoop capture',
	isXz: 'This is no pcap or pcapng file, it is compressed with xz',
	isLz4: 'This is no pcap or pcapng file, it is compressed with lz4',
	isZip: 'This is no pcap or pcapng file, it is a ZIP archive',
	packetLength: ({ captured }: { readonly captured: number }) => `A packet cannot have ${captured} bytes`,
	endsInHeader: 'The file ends within its header',
	endsInPacket: 'The file ends in the middle of a packet',
	pcapVersion: ({ major }: { readonly major: number }) => `Version ${major} of pcap is not known`,
	packetOrInterfaceLength: ({ length }: { readonly length: number }) =>
		`A packet or interface cannot take ${length} bytes`,
	endsInBlock: 'The file ends in the middle of a block',
	blockOtherTrailer: ({ length }: { readonly length: number }) => `A block of ${length} bytes ends with another length`,
	noByteOrder: 'A section has no byte order',
	sectionCut: 'A section header is cut off',
	pcapngVersion: ({ major }: { readonly major: number }) => `Version ${major} of pcapng is not known`,
	interfaceCut: 'An interface description is cut off',
	tooManyInterfaces: 'There are too many interfaces',
	interfaceUndescribed: ({ id }: { readonly id: number }) => `The section describes no interface ${id}`,
	notLittleEndian: 'This is not a little-endian pcapng section',
};

/** The same with its place: an offset from the start of the file. */
export const damagePlaces = {
	damageAt: ({ reason, offset }: { readonly reason: string; readonly offset: number }) =>
		`${reason} (at byte ${offset})`,
};

/** In place of an event that cannot be read. `reason`: with its place. */
export const damagedEvents = {
	damagedData: ({ bytes, reason }: { readonly bytes: number; readonly reason: string }) =>
		`Damaged in its file, where ${bytes} bytes of data stood: ${reason}`,
	damagedEvent: ({ kind, reason }: { readonly kind: string; readonly reason: string }) =>
		`Damaged in its file, where an event of the kind ${kind} stood: ${reason}`,
};
