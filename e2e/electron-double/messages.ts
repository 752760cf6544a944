/** Messages between the driver (in the test) and the double (in the process of the main bundle). */

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** From the double to the driver. The double assigns the `window` and `port` numbers. */
export type ToDriver =
	| { readonly type: 'open-window'; readonly window: number; readonly size: Size; readonly preload: string }
	| { readonly type: 'load'; readonly window: number; readonly url: string }
	| { readonly type: 'reload'; readonly window: number }
	| { readonly type: 'size'; readonly window: number; readonly size: Size }
	| { readonly type: 'close-window'; readonly window: number }
	| { readonly type: 'theme'; readonly dark: boolean }
	| {
			readonly type: 'to-page';
			readonly window: number;
			readonly channel: string;
			readonly args: readonly unknown[];
			readonly ports: readonly number[];
	  }
	| { readonly type: 'port-message'; readonly port: number; readonly data: unknown }
	| { readonly type: 'port-close'; readonly port: number }
	| { readonly type: 'answer'; readonly request: number; readonly value?: unknown; readonly error?: string };

/** Questions of the driver, each with its answer. */
export interface Questions {
	/** The protocol handler's response. */
	fetch: {
		ask: { readonly url: string; readonly method: string };
		answer: {
			readonly status: number;
			readonly headers: Readonly<Record<string, string>>;
			readonly body: Uint8Array;
		};
	};
	/** Whether the main bundle lets a frame navigate. */
	navigate: {
		ask: { readonly window: number; readonly url: string; readonly isMainFrame: boolean };
		answer: boolean;
	};
	/** The result of the window open handler. */
	open: { ask: { readonly window: number; readonly url: string }; answer: string };
	/** Whether check and request handler both grant a permission to the page. */
	permission: { ask: { readonly permission: string; readonly origin: string }; answer: boolean };
	facts: { ask: null; answer: Facts };
}

/** What has become of a window's main frame, in the order of the runtime's events. */
export type PageNews =
	/** A document is requested. */
	| { readonly what: 'started' }
	/** A new document is there, and its preload has run. */
	| { readonly what: 'navigated' }
	| { readonly what: 'finished' }
	/** As in Chromium's list of network errors. */
	| { readonly what: 'failed'; readonly code: number; readonly description: string }
	| { readonly what: 'gone'; readonly reason: string; readonly exitCode: number };

/** What a double does differently from a runtime in which everything goes well. */
export interface Circumstances {
	/** More arguments of the start. */
	readonly args?: readonly string[];
	/** Started as a package: the app is not among its arguments. */
	readonly packaged?: boolean;
	/** The languages that the system prefers, best first. Default: English. */
	readonly systemLanguages?: readonly string[];
	/** The value of `process.platform`. */
	readonly platform?: NodeJS.Platform;
	/** Linux: the desktop has a Secret Service. Otherwise safeStorage encrypts with a fixed password. */
	readonly keyStore?: 'secret-service';
	/** It is quit as soon as it is ready. */
	readonly quitAtOnce?: boolean;
	/** It is started again while its quit is delayed. */
	readonly startedDuringEnd?: boolean;
	/** Events of windows that never come. */
	readonly withheld?: readonly 'ready-to-show'[];
	/** What happens to the first request of a page: it fails, or a reload replaces it before it is answered. */
	readonly firstRequest?: 'fails' | 'is-reloaded';
}

/** A message box that nobody has answered. */
export interface MessageBox {
	readonly message: string;
	readonly detail: string;
	readonly buttons: readonly string[];
	readonly checkbox: string | undefined;
}

/** State of the double that tests can read. */
export interface Facts {
	readonly sandboxEnabled: boolean;
	readonly schemes: readonly { readonly scheme: string; readonly privileges?: Readonly<Record<string, boolean>> }[];
	readonly menu: readonly string[];
	/** Ids of the chosen radio items of the menu. */
	readonly chosenItems: readonly string[];
	/** Message boxes that wait for an answer, oldest first. */
	readonly messageBoxes: readonly MessageBox[];
	/** Titles and filters of the dialogs for a file to open, in order. */
	readonly openDialogs: readonly { readonly title: string; readonly filters: readonly string[] }[];
	/** Icons in the tray. */
	readonly trays: readonly { readonly toolTip: string; readonly items: readonly string[] }[];
	readonly about: Readonly<Record<string, unknown>>;
	/** What it passes to requestSingleInstanceLock. */
	readonly handover: unknown;
	/** Only on Windows. */
	readonly appUserModelId: string | undefined;
	/** Switches that were appended to the command line. */
	readonly switches: Readonly<Record<string, string>>;
	readonly themeSource: string;
	readonly userData: string;
	readonly windows: readonly {
		readonly id: number;
		readonly webPreferences: Readonly<Record<string, unknown>>;
		readonly bounds: Size & { readonly x: number; readonly y: number };
		readonly maximized: boolean;
		readonly visible: boolean;
		readonly backgroundColor: string;
	}[];
}

/** From the driver to the double. */
export type ToDouble =
	| { readonly type: 'question'; readonly request: number; readonly name: keyof Questions; readonly ask: unknown }
	| {
			readonly type: 'from-page';
			readonly window: number;
			readonly channel: string;
			readonly args: readonly unknown[];
			readonly origin: string;
			readonly isMainFrame: boolean;
			/** Sent by the test's own client, which the main bundle takes for another page. */
			readonly beside?: true;
	  }
	| { readonly type: 'port-message'; readonly port: number; readonly data: unknown }
	| { readonly type: 'port-close'; readonly port: number }
	| { readonly type: 'page'; readonly window: number; readonly news: PageNews }
	| { readonly type: 'person'; readonly does: PersonDoes };

/** Actions of a person, and of the system, that no page sees. */
export type PersonDoes =
	| { readonly what: 'close-window'; readonly window: number }
	| { readonly what: 'place-window'; readonly window: number; readonly bounds: Size & { x: number; y: number } }
	| { readonly what: 'maximize'; readonly window: number }
	| { readonly what: 'minimize'; readonly window: number }
	| { readonly what: 'choose-menu-item'; readonly id: string }
	/** The result of the next open or save dialog; without a path the dialog is cancelled. */
	| { readonly what: 'choose-file'; readonly path?: string }
	/** Starts it a second time; `handover` is what that start passes to requestSingleInstanceLock. */
	| { readonly what: 'start-again'; readonly handover?: object }
	/** macOS: opens a file with it, in the Finder. */
	| { readonly what: 'open-file'; readonly path: string }
	/** Answers the oldest message box. */
	| { readonly what: 'choose-button'; readonly button: string; readonly checked?: boolean }
	| { readonly what: 'choose-tray-item'; readonly id: string }
	/** Windows: the person logs off or shuts down. `forced`: no program can delay it. */
	| { readonly what: 'end-session'; readonly reasons: readonly string[]; readonly forced?: boolean }
	/** Linux: the display server or the session's bus is gone, as after a logout (shell/browser/electron_browser_main_parts.cc). */
	| { readonly what: 'lose-display' }
	/** Linux and macOS: the system is about to shut down. */
	| { readonly what: 'shut-down' }
	/** A fault in the main bundle: an error that nothing catches, or a rejection that nothing handles. */
	| { readonly what: 'cause-fault'; readonly kind: 'error' | 'rejection'; readonly message: string };

/** How the addresses of the app's pages are written in a browser that does not know its scheme. */
export interface StandIn {
	readonly origin: string;
	/** The stand-in's address of an `app://` one. */
	page(url: string): string;
	/** The reverse; other addresses stay as they are. */
	app(url: string): string;
	/** Whether the browser can grant permissions to the origin. */
	readonly hasPermissions: boolean;
}

/** `https://HOST.app.invalid/PATH`: every request reaches the driver. */
export const HTTPS: StandIn = {
	origin: 'https://wirebench.app.invalid',
	page: (url) => url.replace(/^app:\/\/([^/]+)/, 'https://$1.app.invalid'),
	app: (url) => url.replace(/^https:\/\/([^/]+)\.app\.invalid/, 'app://$1'),
	hasPermissions: true,
};

/**
 * The origin of an extension of Chromium: of a standard, secure scheme that is not HTTP, like the app's. Its document comes
 * from the extension's folder, as `index.html`, with the policy of the extension; other requests reach the driver.
 */
export function extensionStandIn(id: string): StandIn {
	const origin = `chrome-extension://${id}`;
	return {
		origin,
		page: (url) => url.replace(/^app:\/\/wirebench\/$/, `${origin}/index.html`),
		app: (url) => (url.startsWith(`${origin}/`) ? `app://wirebench${url.slice(origin.length)}` : url),
		hasPermissions: false,
	};
}
