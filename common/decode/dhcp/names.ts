export const OPERATIONS: ReadonlyMap<number, string> = new Map([
	[1, 'BOOTREQUEST'],
	[2, 'BOOTREPLY'],
]);

/** Kinds of hardware (IANA, ARP Parameters): those that are in use. */
export const HARDWARE: ReadonlyMap<number, string> = new Map([
	[1, 'Ethernet'],
	[6, 'IEEE 802'],
	[7, 'ARCNET'],
	[15, 'Frame Relay'],
	[16, 'ATM'],
	[18, 'Fibre Channel'],
	[20, 'serial line'],
	[24, 'IEEE 1394'],
	[27, 'EUI-64'],
	[31, 'IPsec tunnel'],
	[32, 'InfiniBand'],
]);

/** Types of messages (IANA, DHCP Message Type 53 Values). */
export const MESSAGES: ReadonlyMap<number, string> = new Map([
	[1, 'DHCPDISCOVER'],
	[2, 'DHCPOFFER'],
	[3, 'DHCPREQUEST'],
	[4, 'DHCPDECLINE'],
	[5, 'DHCPACK'],
	[6, 'DHCPNAK'],
	[7, 'DHCPRELEASE'],
	[8, 'DHCPINFORM'],
	[9, 'DHCPFORCERENEW'],
	[10, 'DHCPLEASEQUERY'],
	[11, 'DHCPLEASEUNASSIGNED'],
	[12, 'DHCPLEASEUNKNOWN'],
	[13, 'DHCPLEASEACTIVE'],
	[14, 'DHCPBULKLEASEQUERY'],
	[15, 'DHCPLEASEQUERYDONE'],
	[16, 'DHCPACTIVELEASEQUERY'],
	[17, 'DHCPLEASEQUERYSTATUS'],
	[18, 'DHCPTLS'],
]);

export const OVERLOADS: ReadonlyMap<number, string> = new Map([
	[1, 'file'],
	[2, 'server name'],
	[3, 'file and server name'],
]);

export const NODE_TYPES: ReadonlyMap<number, string> = new Map([
	[1, 'B-node'],
	[2, 'P-node'],
	[4, 'M-node'],
	[8, 'H-node'],
]);

/** Processors and firmware that a boot file is for (IANA, Processor Architecture Types). */
export const ARCHITECTURES: ReadonlyMap<number, string> = new Map([
	[0, 'x86 BIOS'],
	[6, 'x86 UEFI'],
	[7, 'x64 UEFI'],
	[9, 'EBC'],
	[10, 'Arm 32-bit UEFI'],
	[11, 'Arm 64-bit UEFI'],
	[15, 'x86 UEFI over HTTP'],
	[16, 'x64 UEFI over HTTP'],
	[18, 'Arm 32-bit UEFI over HTTP'],
	[19, 'Arm 64-bit UEFI over HTTP'],
	[20, 'x86 BIOS over HTTP'],
	[25, 'RISC-V 32-bit UEFI'],
	[27, 'RISC-V 64-bit UEFI'],
]);

/** What a relay says of where a request came from (IANA, Relay Agent Sub-Option Codes). */
export const RELAY: ReadonlyMap<number, string> = new Map([
	[1, 'circuit ID'],
	[2, 'remote ID'],
	[4, 'DOCSIS device class'],
	[5, 'link selection'],
	[6, 'subscriber ID'],
	[7, 'RADIUS attributes'],
	[8, 'authentication'],
	[9, 'vendor-specific information'],
	[10, 'relay agent flags'],
	[11, 'server identifier override'],
	[12, 'relay agent identifier'],
	[13, 'access technology type'],
	[14, 'access network name'],
	[15, 'access point name'],
	[16, 'access point BSSID'],
	[17, 'operator identifier'],
	[18, 'operator realm'],
	[19, 'source port'],
	[151, 'virtual subnet selection'],
	[152, 'virtual subnet selection control'],
]);
