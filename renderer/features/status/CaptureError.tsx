import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { useLiveCapture } from '../../app/state/capture/capture-status.ts';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useErrorTexts } from '../../words/errors.ts';
import { useWords } from '../../words/index.ts';

/** Why the capture cannot be written, and how sockets behave meanwhile: a person decides. */
export function CaptureError() {
	const error = useLiveCapture((capture) => capture.error);
	const waits = useSettings((settings) => settings.whenDiskFails === 'wait');
	return error === undefined ? null : <ErrorOf error={error} waits={waits} />;
}

function ErrorOf({ error, waits }: { readonly error: ErrorInfo; readonly waits: boolean }) {
	const { status } = useWords();
	const { message, hint } = useErrorTexts(error);
	return (
		<div className="status-error">
			<Card
				tone="error"
				label={status.captureError}
				announce
				title={message}
				actions={
					waits ? (
						<Button onClick={() => updateSettings({ whenDiskFails: 'go-on' })}>{status.goOn}</Button>
					) : (
						<Button onClick={() => updateSettings({ whenDiskFails: 'wait' })}>{status.letWait}</Button>
					)
				}
			>
				{hint} {waits ? status.waits : status.goesOn}
			</Card>
		</div>
	);
}
