interface Named {
	/** As in `[::]`. */
	readonly bound: string;
}

/** Who can reach a socket that is bound to an address. */
export const reaches = {
	/** Parts of `reachAll`. */
	reachIpv4: 'every IPv4 address of this machine',
	reachIpv6: 'every IPv6 address of this machine, and no IPv4 address',
	reachBoth: 'every address of this machine, IPv4 and IPv6',
	reachAll: ({ bound, which, addresses }: Named & { readonly which: string; readonly addresses: string }) =>
		`${bound}: ${which}: ${addresses}. A firewall may still refuse.`,
	reachAllAlone: ({ bound, which }: Named & { readonly which: string }) =>
		`${bound}: ${which}, which has none but loopback at the moment: programs on this machine alone.`,
	reachMachine: ({ bound }: Named) => `${bound}: programs on this machine alone.`,
	reachOne: ({ bound, name }: Named & { readonly name: string }) =>
		`${bound}: whoever reaches this address of the interface ${name}, this machine included. A firewall may still refuse.`,
	reachLink: ({ bound, name }: Named & { readonly name: string }) =>
		`${bound}: machines on the link of the interface ${name} alone, which write their own interface after %.`,
	reachGroup: ({ bound }: Named) => `${bound}: whoever sends to this group, where the socket has joined it.`,
	reachNobody: ({ bound }: Named) =>
		`${bound}: nobody at the moment. No interface of this machine has this address any more.`,
	reachPath: ({ path }: { readonly path: string }) => `${path}: programs on this machine that may write to this path.`,
	reachAbstract: ({ path }: { readonly path: string }) =>
		`${path}: programs on this machine, in the same network namespace.`,
};
