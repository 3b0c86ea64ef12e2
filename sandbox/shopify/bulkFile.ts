import { answer } from '../answers';
import type { SandboxRequest } from '../wire';
import { type Reply, replyOf } from './answers';
import type { World } from './world';

/** Storage answers in XML; its words are a guess. */
const denied = (status: number, code: string): Reply =>
	replyOf({
		...answer(
			status,
			Buffer.from(`<?xml version='1.0'?><Error><Code>${code}</Code></Error>`),
			code,
		),
		headers: { 'content-type': 'application/xml' },
	});

const asked = /^bytes=(\d+)-(\d*)$/;

/**
 * The result of a bulk operation at its signed address: who has that needs no token, and must not bring one. Parts of it can be
 * asked for, as usual storage has it (RFC 9110 14); that Shopify's does is a guess (reference/shopify.md 6).
 */
export const bulkFile = (world: World, { method, query, headers }: SandboxRequest): Reply => {
	const bulk = world.bulk.byKey(query.Signature ?? '');
	if (method !== 'GET') return denied(405, 'MethodNotAllowed');
	if ('x-shopify-access-token' in headers || 'authorization' in headers) {
		return denied(400, 'InvalidArgument');
	}
	if (bulk?.status !== 'COMPLETED' || !bulk.file) return denied(403, 'AccessDenied');
	const { file } = bulk;
	const type = { 'content-type': 'application/jsonl' };
	const [, from, to] = asked.exec(headers.range ?? '') ?? [];
	if (from === undefined || world.options.bulkRanges === false) {
		return replyOf({ ...answer(200, file), headers: type });
	}
	const start = Number(from);
	if (start >= file.length) return denied(416, 'InvalidRange');
	const end = Math.min(file.length - 1, to ? Number(to) : Infinity);
	return replyOf({
		...answer(206, file.subarray(start, end + 1)),
		headers: { ...type, 'content-range': `bytes ${start}-${end}/${file.length}` },
	});
};
