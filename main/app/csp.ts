/**
 * The content security policy of the renderer in every host: its own files and its own host, nothing else. No inline
 * styles either: the primitives and panes set element styles through the CSSOM, which policies do not cover.
 * `connect-src 'self'` covers the WebSocket of the browser host, which is on the page's own origin.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');
