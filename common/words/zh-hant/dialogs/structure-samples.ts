import type { structureSamples as english } from '../../en/dialogs/structure-samples.ts';
import type { Texts } from '../../locale/texts.ts';

export const structureSamples: Texts<typeof english> = {
	device: '帶 CRC-16/MODBUS 的裝置通訊協定',
	tlv: '類型、長度和值的鏈（TLV）',
	imu: '慣性測量單元的訊框',
	rtp: 'RTP（RFC 3550）',
	records: '帶長度的 GBK 文字',
};
