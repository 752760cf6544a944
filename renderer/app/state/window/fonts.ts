import type { Settings } from '../../../../common/contract/calls/settings.ts';
import { useSettings } from './settings.ts';

export type Fonts = Settings['fonts'];

/** Height of a row of the log, px: `--row`. */
export function rowHeight({ interface: { size } }: Fonts): number {
	return size + 9;
}

/** Height of a row of bytes, px: `--row-bytes`. */
export function byteRowHeight({ bytes: { size } }: Fonts): number {
	return size + 8;
}

export function useRowHeight(): number {
	return useSettings(({ fonts }) => rowHeight(fonts));
}

export function useByteRowHeight(): number {
	return useSettings(({ fonts }) => byteRowHeight(fonts));
}

/** A face as a CSS string, whatever a person wrote, before the faces of `tokens.css`; nothing for the system's. */
function faceFirst(face: string): string {
	const name = face.replace(/["\\\n\r]/g, '').trim();
	return name === '' ? '' : `"${name}",`;
}

/** Keeps the faces and sizes of the page as chosen. */
export function followFonts(): void {
	const { style } = document.documentElement;
	const apply = ({ fonts }: Settings) => {
		style.setProperty('--face-ui', faceFirst(fonts.interface.face));
		style.setProperty('--face-bytes', faceFirst(fonts.bytes.face));
		style.setProperty('--size', `${fonts.interface.size}px`);
		style.setProperty('--text-bytes', `${fonts.bytes.size}px`);
	};
	useSettings.subscribe((settings, before) => {
		if (settings.fonts !== before.fonts) apply(settings);
	});
	apply(useSettings.getState());
}
