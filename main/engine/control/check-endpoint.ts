import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import type { Programs } from '../../../common/structure/index.ts';
import { compileBehaviour } from '../core/behaviour.ts';
import { checkConfig } from '../kinds/index.ts';

/** Fails as `create` and `update` do for a config that does not compile: `bad-input` with the path of the fault. `programs`: the structures that it can name. */
export function checkEndpoint(config: EndpointConfig, programs: Programs): void {
	checkConfig(config);
	compileBehaviour(config, programs);
}
