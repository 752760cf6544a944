import { fieldName } from '../core/field-name.ts';
import type { Reader } from '../core/reader.ts';
import {
	addresses,
	architectures,
	authentication,
	bytes,
	clientId,
	clientName,
	domains,
	enterprises,
	type Form,
	flag,
	machineId,
	messageType,
	networkInterface,
	nodeType,
	nothing,
	number,
	numbers,
	overload,
	pairs,
	relayInformation,
	routes,
	seconds,
	signedSeconds,
	sipServers,
	sixRapidDeployment,
	sizedParts,
	status,
	suboptions,
	text,
	wantedOptions,
} from './forms.ts';

const PAD = 0;
const END = 255;

/** Options by their code (IANA, BOOTP Vendor Extensions and DHCP Options), and how the value of each is read. */
const OPTIONS: ReadonlyMap<number, readonly [name: string, form: Form]> = new Map([
	[1, ['Subnet Mask', addresses]],
	[2, ['Time Offset', signedSeconds]],
	[3, ['Router', addresses]],
	[4, ['Time Server', addresses]],
	[5, ['Name Server', addresses]],
	[6, ['Domain Name Server', addresses]],
	[7, ['Log Server', addresses]],
	[8, ['Quotes Server', addresses]],
	[9, ['LPR Server', addresses]],
	[10, ['Impress Server', addresses]],
	[11, ['Resource Location Server', addresses]],
	[12, ['Host Name', text]],
	[13, ['Boot File Size', number(2)]],
	[14, ['Merit Dump File', text]],
	[15, ['Domain Name', text]],
	[16, ['Swap Server', addresses]],
	[17, ['Root Path', text]],
	[18, ['Extensions Path', text]],
	[19, ['IP Forwarding', flag]],
	[20, ['Non-Local Source Routing', flag]],
	[21, ['Policy Filter', pairs('network', 'mask')]],
	[22, ['Maximum Datagram Reassembly Size', number(2)]],
	[23, ['Default IP TTL', number(1)]],
	[24, ['Path MTU Aging Timeout', seconds]],
	[25, ['Path MTU Plateau Table', numbers(2)]],
	[26, ['Interface MTU', number(2)]],
	[27, ['All Subnets Are Local', flag]],
	[28, ['Broadcast Address', addresses]],
	[29, ['Perform Mask Discovery', flag]],
	[30, ['Mask Supplier', flag]],
	[31, ['Perform Router Discovery', flag]],
	[32, ['Router Solicitation Address', addresses]],
	[33, ['Static Route', pairs('destination', 'router')]],
	[34, ['Trailer Encapsulation', flag]],
	[35, ['ARP Cache Timeout', seconds]],
	[36, ['Ethernet Encapsulation', flag]],
	[37, ['TCP Default TTL', number(1)]],
	[38, ['TCP Keepalive Interval', seconds]],
	[39, ['TCP Keepalive Garbage', flag]],
	[40, ['NIS Domain', text]],
	[41, ['NIS Server', addresses]],
	[42, ['NTP Server', addresses]],
	[43, ['Vendor Specific Information', bytes]],
	[44, ['NetBIOS Name Server', addresses]],
	[45, ['NetBIOS Datagram Distribution Server', addresses]],
	[46, ['NetBIOS Node Type', nodeType]],
	[47, ['NetBIOS Scope', text]],
	[48, ['X Font Server', addresses]],
	[49, ['X Display Manager', addresses]],
	[50, ['Requested Address', addresses]],
	[51, ['Lease Time', seconds]],
	[52, ['Overload', overload]],
	[53, ['Message Type', messageType]],
	[54, ['Server Identifier', addresses]],
	[55, ['Parameter Request List', wantedOptions((code) => optionName(code))]],
	[56, ['Message', text]],
	[57, ['Maximum Message Size', number(2)]],
	[58, ['Renewal Time', seconds]],
	[59, ['Rebinding Time', seconds]],
	[60, ['Vendor Class', text]],
	[61, ['Client Identifier', clientId]],
	[62, ['NetWare IP Domain', text]],
	[63, ['NetWare IP Information', suboptions(new Map())]],
	[64, ['NIS+ Domain', text]],
	[65, ['NIS+ Server', addresses]],
	[66, ['TFTP Server Name', text]],
	[67, ['Boot File Name', text]],
	[68, ['Mobile IP Home Agent', addresses]],
	[69, ['SMTP Server', addresses]],
	[70, ['POP3 Server', addresses]],
	[71, ['NNTP Server', addresses]],
	[72, ['WWW Server', addresses]],
	[73, ['Finger Server', addresses]],
	[74, ['IRC Server', addresses]],
	[75, ['StreetTalk Server', addresses]],
	[76, ['STDA Server', addresses]],
	[77, ['User Class', sizedParts]],
	[78, ['SLP Directory Agent', bytes]],
	[79, ['SLP Service Scope', bytes]],
	[80, ['Rapid Commit', nothing]],
	[81, ['Client FQDN', clientName]],
	[82, ['Relay Agent Information', relayInformation]],
	[83, ['iSNS', bytes]],
	[85, ['NDS Server', addresses]],
	[86, ['NDS Tree Name', text]],
	[87, ['NDS Context', text]],
	[90, ['Authentication', authentication]],
	[91, ['Client Last Transaction Time', seconds]],
	[92, ['Associated Address', addresses]],
	[93, ['Client Architecture', architectures]],
	[94, ['Client Network Interface', networkInterface]],
	[97, ['Client Machine Identifier', machineId]],
	[98, ['User Authentication', text]],
	[99, ['Civic Location', bytes]],
	[100, ['POSIX Timezone', text]],
	[101, ['Timezone Name', text]],
	[108, ['IPv6-Only Preferred', seconds]],
	[114, ['Captive Portal', text]],
	[116, ['Auto-Configure', flag]],
	[117, ['Name Service Search', numbers(2)]],
	[118, ['Subnet Selection', addresses]],
	[119, ['Domain Search', domains]],
	[120, ['SIP Server', sipServers]],
	[121, ['Classless Static Route', routes]],
	[122, ['CableLabs Client Configuration', suboptions(new Map())]],
	[123, ['Geographic Location', bytes]],
	[124, ['Vendor-Identifying Class', enterprises(bytes)]],
	[125, ['Vendor-Identifying Information', enterprises(suboptions(new Map()))]],
	[136, ['PANA Agent', addresses]],
	[137, ['LoST Server', text]],
	[138, ['CAPWAP Access Controller', addresses]],
	[141, ['SIP User Agent Configuration Domain', domains]],
	[145, ['Forcerenew Nonce Capable', numbers(1)]],
	[150, ['TFTP Server Address', addresses]],
	[151, ['Status Code', status]],
	[152, ['Base Time', seconds]],
	[153, ['Start Time Of State', seconds]],
	[154, ['Query Start Time', seconds]],
	[155, ['Query End Time', seconds]],
	[156, ['State', number(1)]],
	[157, ['Data Source', number(1)]],
	[161, ['MUD URL', text]],
	[208, ['PXELINUX Magic', bytes]],
	[209, ['PXELINUX Configuration File', text]],
	[210, ['PXELINUX Path Prefix', text]],
	[211, ['PXELINUX Reboot Time', seconds]],
	[212, ['6rd', sixRapidDeployment]],
	[249, ['Microsoft Classless Static Route', routes]],
	[252, ['Web Proxy Auto-Discovery', text]],
]);

function optionName(code: number): string | undefined {
	return code === PAD ? 'Pad' : code === END ? 'End' : OPTIONS.get(code)?.[0];
}

/** Options up to the end mark, and what fills the rest up (RFC 2132, 2 and 3). */
export function readOptions(reader: Reader): void {
	while (reader.left > 0) {
		const code = reader.peek() ?? END;
		if (code === PAD) {
			let length = 1;
			while (reader.peek(length) === PAD) length++;
			reader.data('padding', length);
		} else if (code === END) {
			reader.uint('end', 1);
			reader.rest('padding');
		} else readOption(reader, code);
	}
}

function readOption(reader: Reader, code: number): void {
	const [name, form] = OPTIONS.get(code) ?? [undefined, bytes];
	reader.group(name === undefined ? 'option' : fieldName(name), () => {
		reader.uint('code', 1, 'be', { meaning: optionName });
		const length = reader.uint('length', 1);
		if (name === undefined) reader.tell(code);
		reader.within(length, () => form(reader));
	});
}

/** The value of one byte of an option, before it is read: `options` are those behind the cookie. */
export function peekOption(options: Uint8Array, code: number): number | undefined {
	for (let at = 0; at < options.length; ) {
		const found = options[at];
		if (found === END) return undefined;
		if (found === code) return options[at + 2];
		at += found === PAD ? 1 : 2 + (options[at + 1] ?? 0);
	}
	return undefined;
}
