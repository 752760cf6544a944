import { CHECKSUMS, type ChecksumKind } from '../../../common/payload/schema.ts';
import { Select } from '../../ui/Select.tsx';
import { changeDraft } from './store.ts';

export const CHECKSUM_NAMES: Readonly<Record<ChecksumKind, string>> = {
	none: 'No checksum',
	'crc16-modbus': 'CRC-16 MODBUS',
	'crc16-ccitt': 'CRC-16 CCITT (FALSE)',
	'crc16-xmodem': 'CRC-16 XMODEM',
	crc32: 'CRC-32, high byte first',
	'crc32-le': 'CRC-32, low byte first',
	xor: 'XOR of the bytes',
	sum: 'Sum of the bytes, modulo 256',
};

/** The checksum appended to the message. */
export function ChecksumRow({ value }: { readonly value: ChecksumKind }) {
	return (
		<div className="composer-extra">
			<Select
				label="Checksum"
				className="composer-inline"
				value={value}
				choices={CHECKSUMS.map((kind) => ({ value: kind, label: CHECKSUM_NAMES[kind] }))}
				onChange={(checksum) => changeDraft({ checksum })}
			/>
			<span className="composer-hint">Over what is written, and in front of the line end.</span>
		</div>
	);
}
