/** What is usually spoken with TLS on a port: IANA's service names, and ports that products have made common. */
export const TLS_PORTS: ReadonlyMap<number, string> = new Map([
	[443, 'HTTPS'],
	[465, 'SMTP'],
	[563, 'NNTP'],
	[636, 'LDAP'],
	[853, 'DNS'],
	[990, 'FTP'],
	[992, 'Telnet'],
	[993, 'IMAP'],
	[995, 'POP3'],
	[5061, 'SIP'],
	[5671, 'AMQP'],
	[6514, 'syslog'],
	[6697, 'IRC'],
	[8443, 'HTTPS'],
	[8883, 'MQTT'],
]);
