import type { structureSamples as english } from '../../en/dialogs/structure-samples.ts';
import type { Texts } from '../../locale/texts.ts';

export const structureSamples: Texts<typeof english> = {
	device: '带 CRC-16/MODBUS 的设备协议',
	tlv: '类型、长度和值的链（TLV）',
	imu: '惯性测量单元的帧',
	rtp: 'RTP（RFC 3550）',
	records: '带长度的 GBK 文本',
};
