/** The titles of the structures to begin with, by their ids. */
export const structureSamples = {
	device: 'Device protocol with CRC-16/MODBUS',
	tlv: 'Chain of type, length and value',
	imu: 'Frame of an inertial measurement unit',
	rtp: 'RTP (RFC 3550)',
	records: 'Texts with lengths in GBK',
};
