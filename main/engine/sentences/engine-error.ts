import { endpointErrors } from '../../../common/words/en/sentences/endpoints.ts';
import { engineErrors } from '../../../common/words/en/sentences/engine.ts';
import { messageErrors } from '../../../common/words/en/sentences/messages.ts';
import { runErrors } from '../../../common/words/en/sentences/runs.ts';
import { sentFileErrors } from '../../../common/words/en/sentences/sent-files.ts';
import { socketErrors } from '../../../common/words/en/sentences/sockets/sockets.ts';
import { tlsErrors } from '../../../common/words/en/sentences/tls/errors.ts';
import { tlsFindings } from '../../../common/words/en/sentences/tls/findings.ts';
import { upstreamErrors } from '../../../common/words/en/sentences/upstream.ts';
import { errorsOf } from '../../../common/words/sentence/errors-of.ts';

/** Makes an error that the engine finds itself. */
export const engineError = errorsOf({
	...endpointErrors,
	...engineErrors,
	...messageErrors,
	...runErrors,
	...sentFileErrors,
	...socketErrors,
	...tlsErrors,
	...tlsFindings,
	...upstreamErrors,
});
