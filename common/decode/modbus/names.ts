/** Public function codes (MODBUS Application Protocol Specification V1.1b3, 5.1 and 6). */
export const FUNCTIONS: ReadonlyMap<number, string> = new Map([
	[1, 'Read Coils'],
	[2, 'Read Discrete Inputs'],
	[3, 'Read Holding Registers'],
	[4, 'Read Input Registers'],
	[5, 'Write Single Coil'],
	[6, 'Write Single Register'],
	[7, 'Read Exception Status'],
	[8, 'Diagnostics'],
	[11, 'Get Comm Event Counter'],
	[12, 'Get Comm Event Log'],
	[15, 'Write Multiple Coils'],
	[16, 'Write Multiple Registers'],
	[17, 'Report Server ID'],
	[20, 'Read File Record'],
	[21, 'Write File Record'],
	[22, 'Mask Write Register'],
	[23, 'Read/Write Multiple Registers'],
	[24, 'Read FIFO Queue'],
	[43, 'Encapsulated Interface Transport'],
]);

/** Exception codes (7). */
export const EXCEPTIONS: ReadonlyMap<number, string> = new Map([
	[1, 'Illegal Function'],
	[2, 'Illegal Data Address'],
	[3, 'Illegal Data Value'],
	[4, 'Server Device Failure'],
	[5, 'Acknowledge'],
	[6, 'Server Device Busy'],
	[7, 'Negative Acknowledge'],
	[8, 'Memory Parity Error'],
	[10, 'Gateway Path Unavailable'],
	[11, 'Gateway Target Device Failed to Respond'],
]);

/** Sub-functions of Diagnostics (6.8). */
export const DIAGNOSTICS: ReadonlyMap<number, string> = new Map([
	[0, 'Return Query Data'],
	[1, 'Restart Communications Option'],
	[2, 'Return Diagnostic Register'],
	[3, 'Change ASCII Input Delimiter'],
	[4, 'Force Listen Only Mode'],
	[10, 'Clear Counters and Diagnostic Register'],
	[11, 'Return Bus Message Count'],
	[12, 'Return Bus Communication Error Count'],
	[13, 'Return Bus Exception Error Count'],
	[14, 'Return Server Message Count'],
	[15, 'Return Server No Response Count'],
	[16, 'Return Server NAK Count'],
	[17, 'Return Server Busy Count'],
	[18, 'Return Bus Character Overrun Count'],
	[20, 'Clear Overrun Counter and Flag'],
]);

/** Types of the encapsulated interface (6.19). */
export const INTERFACES: ReadonlyMap<number, string> = new Map([
	[13, 'CANopen General Reference'],
	[14, 'Read Device Identification'],
]);

/** What is read of a device's identification (6.21). */
export const IDENTIFICATIONS: ReadonlyMap<number, string> = new Map([
	[1, 'basic'],
	[2, 'regular'],
	[3, 'extended'],
	[4, 'one object'],
]);

/** How much of its identification a device has: the highest bit says that single objects can be read too (6.21). */
export function conformityText(level: number): string | undefined {
	const kind = IDENTIFICATIONS.get(level & 0x7f);
	if (kind === undefined || (level & 0x7f) === 4) return undefined;
	return level > 0x7f ? `${kind}, as stream and one by one` : `${kind}, as stream`;
}

/** Objects of a device's identification (6.21). */
export const OBJECTS: ReadonlyMap<number, string> = new Map([
	[0, 'VendorName'],
	[1, 'ProductCode'],
	[2, 'MajorMinorRevision'],
	[3, 'VendorUrl'],
	[4, 'ProductName'],
	[5, 'ModelName'],
	[6, 'UserApplicationName'],
]);

const RECEIVED: readonly (readonly [bit: number, name: string])[] = [
	[0x02, 'communication error'],
	[0x10, 'character overrun'],
	[0x20, 'in listen only mode'],
	[0x40, 'broadcast'],
];
const SENT: readonly (readonly [bit: number, name: string])[] = [
	[0x01, 'exception 1 to 3'],
	[0x02, 'exception 4'],
	[0x04, 'exception 5 or 6'],
	[0x08, 'exception 7'],
	[0x10, 'write timeout'],
	[0x20, 'in listen only mode'],
];

/** An entry of the event log (6.10). */
export function eventText(event: number): string | undefined {
	const said = (what: string, bits: typeof SENT) =>
		[what, ...bits.filter(([bit]) => (event & bit) !== 0).map(([, name]) => name)].join(', ');
	if ((event & 0x80) !== 0) return said('received', RECEIVED);
	if ((event & 0x40) !== 0) return said('sent', SENT);
	if (event === 0) return 'communication restarted';
	return event === 4 ? 'entered listen only mode' : undefined;
}
