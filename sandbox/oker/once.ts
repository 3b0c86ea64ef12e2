import { createHash } from 'node:crypto';
import type { SandboxRequest } from '../wire';
import type { Reply } from './answers';
import { conflict, unprocessable } from './refused';
import type { World } from './world';

const hashOf = ({ method, path, body }: SandboxRequest) =>
	createHash('sha256').update(`${method} ${path} ${body}`).digest('hex');

/** A write under a key is done once: the same answer comes again for the same request, and another request is refused. */
export const answeredOnce = (world: World, request: SandboxRequest, work: () => Reply): Reply => {
	const { 'idempotency-key': key } = request.headers;
	if (key === undefined || !world.settings.capabilities.idempotencyKey) return work();
	const hash = hashOf(request);
	const stored = world.answers.find(key);
	if (stored && stored.request !== hash) {
		throw unprocessable('IDEMPOTENCY_KEY_REUSED', 'The key was used for another request');
	}
	if (stored) return replayed(world, stored.reply);
	if (world.faults.happens('inProgress')) {
		const more = { isRetryable: true, retryAfterMs: 1000 };
		throw conflict('REQUEST_IN_PROGRESS', 'The same request is still running', more);
	}
	const reply = work();
	world.answers.keep(key, hash, reply);
	return reply;
};

const replayed = (world: World, reply: Reply): Reply => {
	world.replays += 1;
	return {
		...reply,
		effect: null,
		headers: { ...reply.headers, 'idempotency-replayed': 'true' },
	};
};
