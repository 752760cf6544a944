import { expect, test } from 'vitest';
import { type PathField, saidIn } from '../testing/fields.fixture.ts';
import { expectLikeWireshark } from '../testing/like-wireshark.fixture.ts';
import { tsharkMissing } from '../testing/tshark.fixture.ts';
import { dhcp } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

const asText = ({ value }: PathField) => String(value);
const asMeaning = ({ meaning = '' }: PathField) => meaning;

test.skipIf(tsharkMissing !== undefined)('fields are those of Wireshark', () => {
	expectLikeWireshark(dhcp, SAMPLES, {
		'dhcp.operation': ['dhcp.type', asText],
		'dhcp.hardwareLength': ['dhcp.hw.len', asText],
		'dhcp.hops': ['dhcp.hops', asText],
		'dhcp.transaction': 'dhcp.id',
		'dhcp.seconds': ['dhcp.secs', asText],
		'dhcp.flags': 'dhcp.flags',
		'dhcp.clientAddress': ['dhcp.ip.client', asMeaning],
		'dhcp.yourAddress': ['dhcp.ip.your', asMeaning],
		'dhcp.serverAddress': ['dhcp.ip.server', asMeaning],
		'dhcp.relayAddress': ['dhcp.ip.relay', asMeaning],
		'dhcp.cookie': 'dhcp.cookie',
		'dhcp.options.messageType.number': ['dhcp.option.dhcp', asText],
		'dhcp.options.subnetMask.address': ['dhcp.option.subnet_mask', asMeaning],
		'dhcp.options.router.address': ['dhcp.option.router', asMeaning],
		'dhcp.options.domainNameServer.address': ['dhcp.option.domain_name_server', asMeaning],
		'dhcp.options.broadcastAddress.address': ['dhcp.option.broadcast_address', asMeaning],
		'dhcp.options.serverIdentifier.address': ['dhcp.option.dhcp_server_id', asMeaning],
		'dhcp.options.requestedAddress.address': ['dhcp.option.requested_ip_address', asMeaning],
		'dhcp.options.hostName.text': ['dhcp.option.hostname', asText],
		'dhcp.options.domainName.text': ['dhcp.option.domain_name', asText],
		'dhcp.options.message.text': ['dhcp.option.message', asText],
		'dhcp.options.vendorClass.text': ['dhcp.option.vendor_class_id', asText],
		'dhcp.options.leaseTime.seconds': ['dhcp.option.ip_address_lease_time', asText],
		'dhcp.options.renewalTime.seconds': ['dhcp.option.renewal_time_value', asText],
		'dhcp.options.rebindingTime.seconds': ['dhcp.option.rebinding_time_value', asText],
		'dhcp.options.interfaceMtu.number': ['dhcp.option.interface_mtu', asText],
		'dhcp.options.maximumMessageSize.number': ['dhcp.option.dhcp_max_message_size', asText],
		'dhcp.options.parameterRequestList.option': ['dhcp.option.request_list_item', asText],
		'dhcp.options.clientFqdn.text': ['dhcp.fqdn.name', asText],
		'dhcp.options.relayAgentInformation.suboption.data': 'dhcp.option.agent_information_option.value',
	});
});

const said = saidIn(dhcp, SAMPLES);

test('says what a message is, and whose', () => {
	expect(said('a client looks', 'dhcp')).toEqual(['02:00:5e:10:20:30']);
	expect(said('a refusal', 'dhcp.options.messageType')).toEqual(['DHCPNAK']);
	expect(said('a server offers', 'dhcp.file')).toEqual(['/pxe/start.0']);
});

test('reads routes, domains that point to others, and a time without an end', () => {
	const name = 'an answer with routes';
	expect(said(name, 'dhcp.options.classlessStaticRoute.route')).toEqual([
		'10.1.2.0/24 192.0.2.1',
		'0.0.0.0/0 192.0.2.1',
	]);
	expect(said(name, 'dhcp.options.domainSearch')).toEqual(['eng.example.org, sales.example.org']);
	expect(said(name, 'dhcp.options.leaseTime')).toEqual(['for ever']);
});

test('reads options that are in the places of names', () => {
	expect(said('options in the places', 'dhcp.file.rootPath')).toEqual(['/srv/root']);
	expect(said('options in the places', 'dhcp.serverName.tftpServerName')).toEqual(['tftp.example.org']);
});
