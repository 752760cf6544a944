import { CHECKSUMS, type ChecksumKind } from '../../../common/payload/schema.ts';
import type { Words } from '../../../common/words/en.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useWords } from '../../words/index.ts';
import { changeDraft } from './store.ts';

/** The names of checksums that no language translates. */
const NAMES = {
	'crc16-modbus': 'CRC-16 MODBUS',
	'crc16-ccitt': 'CRC-16 CCITT (FALSE)',
	'crc16-xmodem': 'CRC-16 XMODEM',
} as const;

/** The names of checksums in the language of `text`. */
export function checksumNames({ checksums }: Words['composer']): Readonly<Record<ChecksumKind, string>> {
	return { ...NAMES, ...checksums };
}

/** The checksum appended to the message. */
export function ChecksumRow({ value }: { readonly value: ChecksumKind }) {
	const text = useWords().composer;
	const names = checksumNames(text);
	return (
		<div className="composer-extra">
			<Select
				label={text.checksum}
				aside={<ExplainButton explains="fields.checksum" />}
				className="composer-inline"
				value={value}
				choices={CHECKSUMS.map((kind) => ({ value: kind, label: names[kind] }))}
				onChange={(checksum) => changeDraft({ checksum })}
			/>
			<span className="composer-hint">{text.checksumHint}</span>
		</div>
	);
}
