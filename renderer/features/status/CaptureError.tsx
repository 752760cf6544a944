import { useLiveCapture } from '../../app/state/capture/capture-status.ts';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';

/** Why the capture cannot be written, and how sockets behave meanwhile: a person decides. */
export function CaptureError() {
	const error = useLiveCapture((capture) => capture.error);
	const waits = useSettings((settings) => settings.whenDiskFails === 'wait');
	if (error === undefined) return null;
	return (
		<div className="status-error">
			<Card
				tone="error"
				label="Capture error"
				announce
				title={error.message}
				actions={
					waits ? (
						<Button onClick={() => updateSettings({ whenDiskFails: 'go-on' })}>Go on without recording</Button>
					) : (
						<Button onClick={() => updateSettings({ whenDiskFails: 'wait' })}>Let TCP wait</Button>
					)
				}
			>
				{error.details.hint}{' '}
				{waits
					? 'Until then TCP waits, so that nothing of it is lost.'
					: 'Until then sockets go on, and what is not recorded is counted as dropped.'}
			</Card>
		</div>
	);
}
