export const LEAPS: ReadonlyMap<number, string> = new Map([
	[0, 'no warning'],
	[1, 'last minute has 61 seconds'],
	[2, 'last minute has 59 seconds'],
	[3, 'not synchronised'],
]);

export const MODES: ReadonlyMap<number, string> = new Map([
	[0, 'reserved'],
	[1, 'symmetric active'],
	[2, 'symmetric passive'],
	[3, 'client'],
	[4, 'server'],
	[5, 'broadcast'],
	[6, 'control'],
	[7, 'private'],
]);

/** What a server of stratum 1 gets its time from (RFC 5905, figure 12). */
export const SOURCES: ReadonlyMap<string, string> = new Map([
	['GOES', 'geostationary satellite'],
	['GPS', 'Global Positioning System'],
	['GAL', 'Galileo'],
	['PPS', 'pulse per second'],
	['IRIG', 'inter-range instrumentation group'],
	['WWVB', 'radio Fort Collins, 60 kHz'],
	['DCF', 'radio Mainflingen, 77.5 kHz'],
	['HBG', 'radio Prangins, 75 kHz'],
	['MSF', 'radio Anthorn, 60 kHz'],
	['JJY', 'radio Fukushima and Saga, 40 and 60 kHz'],
	['LORC', 'LORAN C'],
	['TDF', 'radio Allouis, 162 kHz'],
	['CHU', 'radio Ottawa'],
	['WWV', 'radio Fort Collins'],
	['WWVH', 'radio Kauai'],
	['NIST', 'modem of NIST'],
	['ACTS', 'modem of NIST'],
	['USNO', 'modem of USNO'],
	['PTB', 'modem of PTB'],
	['LOCL', 'local clock'],
	['CESM', 'calibrated caesium clock'],
	['RBDM', 'calibrated rubidium clock'],
	['OMEG', 'OMEGA radionavigation'],
]);

/** Why a server does not answer (RFC 5905, figure 13; RFC 8915, 5.7). */
export const KISSES: ReadonlyMap<string, string> = new Map([
	['ACST', 'association belongs to a unicast server'],
	['AUTH', 'server authentication failed'],
	['AUTO', 'Autokey sequence failed'],
	['BCST', 'association belongs to a broadcast server'],
	['CRYP', 'cryptographic authentication failed'],
	['DENY', 'access denied'],
	['DROP', 'lost peer in symmetric mode'],
	['RSTR', 'access denied by local policy'],
	['INIT', 'not synchronised for the first time yet'],
	['MCST', 'association belongs to a server found by manycast'],
	['NKEY', 'no key found'],
	['NTSN', 'NTS authentication failed'],
	['RATE', 'rate exceeded'],
	['RMOT', 'association was changed from elsewhere'],
	['STEP', 'a step in system time'],
]);

/** Types of extension fields (IANA, NTP Extension Field Types). */
export const EXTENSIONS: ReadonlyMap<number, string> = new Map([
	[0x0002, 'reserved'],
	[0x0102, 'Autokey association request'],
	[0x8102, 'Autokey association response'],
	[0x0104, 'NTS unique identifier'],
	[0x0202, 'Autokey certificate request'],
	[0x8202, 'Autokey certificate response'],
	[0x0204, 'NTS cookie'],
	[0x0302, 'Autokey cookie request'],
	[0x8302, 'Autokey cookie response'],
	[0x0304, 'NTS cookie placeholder'],
	[0x0402, 'Autokey autokey request'],
	[0x8402, 'Autokey autokey response'],
	[0x0404, 'NTS authenticator and encrypted extension fields'],
	[0x0502, 'Autokey leap seconds request'],
	[0x8502, 'Autokey leap seconds response'],
	[0x0602, 'Autokey sign request'],
	[0x8602, 'Autokey sign response'],
	[0x2005, 'checksum complement'],
]);

/** Operations of control messages (RFC 9327, table 1). */
export const OPERATIONS: ReadonlyMap<number, string> = new Map([
	[0, 'reserved'],
	[1, 'read status'],
	[2, 'read variables'],
	[3, 'write variables'],
	[4, 'read clock variables'],
	[5, 'write clock variables'],
	[6, 'set trap'],
	[7, 'trap response'],
	[8, 'configure'],
	[9, 'export configuration'],
	[10, 'read most recently used list'],
	[11, 'read ordered list'],
	[12, 'request nonce'],
	[31, 'unset trap'],
]);
