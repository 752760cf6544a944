import { messageOf } from '../../../../common/contract/base/message-of.ts';
import { type JobName, type JobOrder, type JobReply, perform } from './jobs.ts';

function replyTo(order: JobOrder<JobName>): JobReply<JobName> {
	try {
		return { output: perform(order) };
	} catch (error) {
		return { error: messageOf(error) };
	}
}

addEventListener('message', ({ data }: MessageEvent<JobOrder<JobName>>) => postMessage(replyTo(data)));
