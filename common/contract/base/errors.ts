import type { ErrorCode, ErrorDetails, ErrorInfo } from './error-info.ts';

export type {
	Check,
	ConnectAttempt,
	EnvironmentUse,
	ErrorCode,
	ErrorDetails,
	ErrorInfo,
	PortOwner,
} from './error-info.ts';

/** The one error class that handlers throw and callers receive. */
export class WirebenchError extends Error {
	override readonly name = 'WirebenchError';
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
		super(message);
		this.code = code;
		this.details = details;
	}

	/** A copy with more details. */
	with(details: ErrorDetails): WirebenchError {
		return new WirebenchError(this.code, this.message, { ...this.details, ...details });
	}

	/** The plain form for the wire or for state. */
	toInfo(): ErrorInfo {
		return { code: this.code, message: this.message, details: this.details };
	}

	static fromInfo(info: ErrorInfo): WirebenchError {
		return new WirebenchError(info.code, info.message, info.details);
	}
}
