export { commandLineOf, hasField, hasOption, namesOf, traitsOf } from './about.ts';
export { kindFor, SCHEMES, schemeNamed } from './addresses.ts';
export {
	configuredAddress,
	type EndpointConfig,
	type EndpointConfigInput,
	endpointConfigSchema,
	optionsOf,
	type ProxyConfig,
} from './config.ts';
export { destinationOf, toward } from './destination.ts';
export { mapPaths } from './paths.ts';
export { withoutSecrets } from './secrets.ts';
export type { Scheme } from './shared/command-line.ts';
export { type DecodeAs, FAMILIES, socketPathSchema } from './shared/fields.ts';
export { ENDPOINT_KINDS, type EndpointKind } from './shared/kinds.ts';
export { type ChangePath, withPaths } from './shared/paths.ts';
export type { Place } from './shared/place.ts';
export { isClient, isDatagram, isProxy } from './shared/roles.ts';
export { type AfterPeerEnd, type Reconnect, SERVE, type Serve } from './shared/stream.ts';
export type { PathForm, Texts } from './shared/texts.ts';
export { PROTOCOL_NAMES, type Traits } from './shared/traits.ts';
export { type ConfigOf, ENDPOINTS } from './table.ts';
export { type TcpClientConfig, tcpClientConfigSchema } from './tcp-client.ts';
export { type TcpProxyConfig, tcpProxyConfigSchema } from './tcp-proxy.ts';
export { type TcpServerConfig, tcpServerConfigSchema } from './tcp-server.ts';
export { type UdpConfig, udpConfigSchema, udpSender } from './udp.ts';
export type { UdpProxyConfig } from './udp-proxy.ts';
export { type UnixClientConfig, unixClientConfigSchema } from './unix-client.ts';
export { type UnixDatagramConfig, unixDatagramConfigSchema } from './unix-datagram.ts';
export { type UnixServerConfig, unixServerConfigSchema } from './unix-server.ts';
