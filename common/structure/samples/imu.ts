import { structureSamples } from '../../words/en/dialogs/structure-samples.ts';
import type { StructureInput } from '../document/schema.ts';

/** A frame of an inertial measurement unit: scaled integers and numbers, lowest byte first. */
export const imu: StructureInput = {
	structure: 1,
	id: 'imu',
	title: structureSamples.imu,
	doc: 'Lowest byte first. Acceleration in 1/2048 g, turning in 1/16 °/s, then temperature and pressure as numbers of 32 bits; the checksum is the sum of all bytes before it.',
	order: 'le',
	bits: 'low',
	fields: [
		{ name: 'start', type: 'u16', const: '0x55fa' },
		{ name: 'counter', type: 'u8' },
		{ name: 'status', type: 'u8', flags: { calibrated: 0, moving: 1, fault: 7 } },
		{ name: 'time', type: 'u32', doc: 'Since the start of the device.', unit: 'ms' },
		{ name: 'acceleration', type: 'struct', of: 'Acceleration' },
		{ name: 'turning', type: 'struct', of: 'Turning' },
		{ name: 'temperature', type: 'f32', unit: '°C' },
		{ name: 'pressure', type: 'f32', scale: 0.01, unit: 'hPa' },
		{ name: 'sum', type: 'checksum', algorithm: 'sum' },
	],
	types: {
		Acceleration: {
			fields: [
				{ name: 'x', type: 'i16', scale: 0.00048828125, unit: 'g' },
				{ name: 'y', type: 'i16', scale: 0.00048828125, unit: 'g' },
				{ name: 'z', type: 'i16', scale: 0.00048828125, unit: 'g' },
			],
		},
		Turning: {
			fields: [
				{ name: 'x', type: 'i16', scale: 0.0625, unit: '°/s' },
				{ name: 'y', type: 'i16', scale: 0.0625, unit: '°/s' },
				{ name: 'z', type: 'i16', scale: 0.0625, unit: '°/s' },
			],
		},
	},
};
