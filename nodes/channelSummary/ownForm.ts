import { createHmac, timingSafeEqual } from 'node:crypto';
import { personIn } from './person';

/**
 * What a form of ours carries that changes nothing, so that another website cannot send it in somebody's name: it follows from the
 * password, which that website does not know, and nothing has to be kept. `key` is the same in all processes of one n8n.
 */
export function ownFormToken(headers: unknown, key: string): string {
	const given = (headers ?? {}) as Record<string, unknown>;
	const who = JSON.stringify([given.authorization ?? '', personIn(headers)]);
	return createHmac('sha256', key).update(who).digest('base64url');
}

export function isOwnForm(token: string, own: string): boolean {
	const [one, other] = [Buffer.from(token), Buffer.from(own)];
	return one.length === other.length && timingSafeEqual(one, other);
}
