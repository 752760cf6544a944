/** How a system ends its programs, and how a program fails. */
import { app } from './app.ts';
import { circumstances } from './circumstances.ts';
import { incoming } from './link.ts';
import { LoudEmitter, loud, preventable } from './loud.ts';
import type { PersonDoes } from './messages.ts';
import { windows } from './window.ts';

const platform = circumstances.platform ?? process.platform;

/** Windows has no `shutdown` event. */
class PowerMonitor extends LoudEmitter {
	created = false;
	/** Whether the system asks before it shuts down: on macOS always, on Linux once a listener was added to the monitor. */
	asked = platform !== 'linux';

	constructor() {
		super('powerMonitor', platform === 'win32' ? [] : ['shutdown']);
	}
	/** The first listener of all creates the monitor, which sees only later ones (lib/browser/api/power-monitor.ts). */
	override on(event: string, listener: (...args: unknown[]) => void): this {
		if (this.created && event === 'shutdown') this.asked = true;
		this.created = true;
		return super.on(event, listener);
	}
	override off(event: string, listener: (...args: unknown[]) => void): this {
		super.off(event, listener);
		if (platform === 'linux') this.asked = this.listenerCount('shutdown') > 0;
		return this;
	}
}
export const powerMonitor = loud('powerMonitor', new PowerMonitor());

/** The system ends the process: no script runs any more. */
const terminate = () => process.kill(process.pid, 'SIGKILL');

/** WM_QUERYENDSESSION and WM_ENDSESSION, as shell/browser/native_window_views_win.cc handles them. */
function endSession(reasons: readonly string[], forced: boolean): void {
	let delayed = false;
	for (const window of windows.values()) {
		const event = preventable({ reasons });
		window.emit('query-session-end', event);
		delayed ||= event.defaultPrevented;
	}
	// Windows waits until the process has ended by itself.
	if (delayed && !forced) return;
	for (const window of windows.values()) window.emit('session-end', preventable({ reasons }));
	if (!app.quitting) terminate();
}

incoming.on('person', ({ does }: { does: PersonDoes }) => {
	if (does.what === 'end-session') endSession(does.reasons, does.forced ?? false);
	if (does.what === 'lose-display') {
		if (app.listenerCount('quit') === 0) throw new Error('Nothing lets the writer finish before the process ends.');
		app.exit(0);
	}
	if (does.what === 'shut-down') {
		const event = preventable({});
		if (powerMonitor.asked) powerMonitor.emit('shutdown', event);
		if (!event.defaultPrevented) terminate();
	}
	if (does.what === 'cause-fault') {
		const error = new Error(does.message);
		if (does.kind === 'rejection') void Promise.reject(error);
		else
			setImmediate(() => {
				throw error;
			});
	}
});
