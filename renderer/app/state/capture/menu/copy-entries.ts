import type { CaptureRow } from '../../../../../common/contract/calls/capture.ts';
import { charsetNamed } from '../../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../../common/payload/schema.ts';
import { COPY_FORMATS, COPY_LIMIT, type CopyFormat, copyLabel, copyText } from '../../../../bytes/copy.ts';
import type { MenuEntry } from '../../../../ui/menu/MenuEntries.tsx';
import { dialogWords } from '../../../../words/dialogs.ts';
import { eventText } from '../../../../words/errors.ts';
import { words } from '../../../../words/index.ts';
import { writeClipboard } from '../../../shared/clipboard.ts';
import { toast, toastError } from '../../window/toasts.ts';
import { readPayload } from '../read-payload.ts';
import { charsetShown } from '../shown-charset.ts';

/** The command that copies an event: its bytes in each format, or what it says. */
export function copyEntry(row: CaptureRow): MenuEntry {
	if (row.kind === 'data') return formatsEntry(charsetShown(row), (format) => copyPayload(row, format));
	return { label: dialogWords().logMenus.copy, disabled: row.text === '', onSelect: () => copySaid(row) };
}

/** The formats in which bytes can be copied. */
export function formatsEntry(charset: CharsetName, copy: (format: CopyFormat) => void): MenuEntry {
	const entries = COPY_FORMATS.map((format) => ({ label: copyLabel(format, charset), onSelect: () => copy(format) }));
	return { label: dialogWords().logMenus.copy, entries };
}

function copyPayload(row: CaptureRow, format: CopyFormat): void {
	const charset = charsetShown(row);
	readPayload(row, COPY_LIMIT)
		.then(async (bytes) => {
			await writeClipboard(copyText(bytes, format, charsetNamed(charset)));
			const { copied, copiedFirst } = words().bytes;
			const report = bytes.length < row.length ? copiedFirst : copied;
			toast({ tone: 'info', title: report(bytes.length, copyLabel(format, charset)) });
		})
		.catch((error: unknown) => toastError(words().bytes.notCopied, error));
}

function copySaid(row: CaptureRow): void {
	writeClipboard(eventText(row)).catch((error: unknown) => toastError(words().bytes.notCopied, error));
}
