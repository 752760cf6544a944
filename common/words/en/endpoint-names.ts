/** The names that endpoints have until a person chooses one. */
export const endpointNames = {
	to: (target: string) => `to ${target}`,
	proxy: (target: string) => `${target} proxy`,
	server: 'server',
	udp: 'udp',
	datagram: 'datagram',
};
