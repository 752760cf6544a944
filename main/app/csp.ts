/**
 * The content security policy of the renderer in every host: its own files and its own host, nothing else.
 * Inline styles are allowed because the dialog and menu primitives insert a style element that locks scrolling.
 * `connect-src 'self'` covers the WebSocket of the browser host, which is on the page's own origin.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');
