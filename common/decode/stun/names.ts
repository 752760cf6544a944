/** Methods (IANA, STUN Methods). */
export const METHODS: ReadonlyMap<number, string> = new Map([
	[0x001, 'Binding'],
	[0x002, 'Shared Secret'],
	[0x003, 'Allocate'],
	[0x004, 'Refresh'],
	[0x006, 'Send'],
	[0x007, 'Data'],
	[0x008, 'CreatePermission'],
	[0x009, 'ChannelBind'],
	[0x00a, 'Connect'],
	[0x00b, 'ConnectionBind'],
	[0x00c, 'ConnectionAttempt'],
	[0x080, 'Google Ping'],
]);

export const CLASSES: ReadonlyMap<number, string> = new Map([
	[0, 'request'],
	[1, 'indication'],
	[2, 'success response'],
	[3, 'error response'],
]);

/** Attributes (IANA, STUN Attributes): those of RFC 3489 that are no longer used too. */
export const ATTRIBUTES: ReadonlyMap<number, string> = new Map([
	[0x0001, 'MAPPED-ADDRESS'],
	[0x0002, 'RESPONSE-ADDRESS'],
	[0x0003, 'CHANGE-REQUEST'],
	[0x0004, 'SOURCE-ADDRESS'],
	[0x0005, 'CHANGED-ADDRESS'],
	[0x0006, 'USERNAME'],
	[0x0007, 'PASSWORD'],
	[0x0008, 'MESSAGE-INTEGRITY'],
	[0x0009, 'ERROR-CODE'],
	[0x000a, 'UNKNOWN-ATTRIBUTES'],
	[0x000b, 'REFLECTED-FROM'],
	[0x000f, 'MAGIC-COOKIE'],
	[0x000c, 'CHANNEL-NUMBER'],
	[0x000d, 'LIFETIME'],
	[0x0010, 'BANDWIDTH'],
	[0x0012, 'XOR-PEER-ADDRESS'],
	[0x0013, 'DATA'],
	[0x0014, 'REALM'],
	[0x0015, 'NONCE'],
	[0x0016, 'XOR-RELAYED-ADDRESS'],
	[0x0017, 'REQUESTED-ADDRESS-FAMILY'],
	[0x0018, 'EVEN-PORT'],
	[0x0019, 'REQUESTED-TRANSPORT'],
	[0x001a, 'DONT-FRAGMENT'],
	[0x001b, 'ACCESS-TOKEN'],
	[0x001c, 'MESSAGE-INTEGRITY-SHA256'],
	[0x001d, 'PASSWORD-ALGORITHM'],
	[0x001e, 'USERHASH'],
	[0x0020, 'XOR-MAPPED-ADDRESS'],
	[0x0021, 'TIMER-VAL'],
	[0x0022, 'RESERVATION-TOKEN'],
	[0x0024, 'PRIORITY'],
	[0x0025, 'USE-CANDIDATE'],
	[0x0026, 'PADDING'],
	[0x0027, 'RESPONSE-PORT'],
	[0x002a, 'CONNECTION-ID'],
	[0x8000, 'ADDITIONAL-ADDRESS-FAMILY'],
	[0x8001, 'ADDRESS-ERROR-CODE'],
	[0x8002, 'PASSWORD-ALGORITHMS'],
	[0x8003, 'ALTERNATE-DOMAIN'],
	[0x8004, 'ICMP'],
	[0x8022, 'SOFTWARE'],
	[0x8023, 'ALTERNATE-SERVER'],
	[0x8025, 'TRANSACTION-TRANSMIT-COUNTER'],
	[0x8027, 'CACHE-TIMEOUT'],
	[0x8028, 'FINGERPRINT'],
	[0x8029, 'ICE-CONTROLLED'],
	[0x802a, 'ICE-CONTROLLING'],
	[0x802b, 'RESPONSE-ORIGIN'],
	[0x802c, 'OTHER-ADDRESS'],
	[0x802d, 'ECN-CHECK-STUN'],
	[0x802e, 'THIRD-PARTY-AUTHORIZATION'],
	[0x8030, 'MOBILITY-TICKET'],
	[0xc057, 'GOOG-NETWORK-INFO'],
]);

/** Error codes of STUN (RFC 8489), TURN (RFC 8656, 6062, 8016) and ICE (RFC 8445). */
export const ERRORS: ReadonlyMap<number, string> = new Map([
	[300, 'Try Alternate'],
	[400, 'Bad Request'],
	[401, 'Unauthenticated'],
	[403, 'Forbidden'],
	[405, 'Mobility Forbidden'],
	[420, 'Unknown Attribute'],
	[437, 'Allocation Mismatch'],
	[438, 'Stale Nonce'],
	[440, 'Address Family not Supported'],
	[441, 'Wrong Credentials'],
	[442, 'Unsupported Transport Protocol'],
	[443, 'Peer Address Family Mismatch'],
	[446, 'Connection Already Exists'],
	[447, 'Connection Timeout or Failure'],
	[486, 'Allocation Quota Reached'],
	[487, 'Role Conflict'],
	[500, 'Server Error'],
	[508, 'Insufficient Capacity'],
]);

export const FAMILIES: ReadonlyMap<number, string> = new Map([
	[1, 'IPv4'],
	[2, 'IPv6'],
]);

/** Protocols that a relay is requested for (IANA, Protocol Numbers). */
export const TRANSPORTS: ReadonlyMap<number, string> = new Map([
	[6, 'TCP'],
	[17, 'UDP'],
]);

/** How the key of the integrity is made of the password (RFC 8489, 18.5). */
export const PASSWORD_ALGORITHMS: ReadonlyMap<number, string> = new Map([
	[1, 'MD5'],
	[2, 'SHA-256'],
]);
