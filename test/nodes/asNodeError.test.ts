import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import { Failure, failureKinds } from '../../domain/failure';
import { advice, asNodeError } from '../../nodes/shared/asNodeError';

const node: INode = {
	id: '1',
	name: 'N',
	type: 't',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

test.each([
	['unauthorised', { cause: 'credential-invalid' }],
	['rateLimited', { cause: 'rate-limited', retryAfterMs: 7 }],
	['rejected', { cause: 'configuration-invalid' }],
	['unavailable', { cause: 'temporarily-unavailable', retryAfterMs: 7 }],
	['malformed', { cause: 'temporarily-unavailable' }],
] as const)('%s tells n8n the cause and the user what to do', (kind, failure) => {
	const error = asNodeError(node, new Failure(kind, 'ikas: happened', 7), 3);
	expect(error).toMatchObject({
		message: 'ikas: happened',
		description: advice[kind],
		failure,
		context: { itemIndex: 3 },
	});
});

test.each(['ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND'])(
	'what was said of %s stays as it was said',
	(code) => {
		const said = `PostgreSQL at db.example:5432 cannot be reached (${code}). Start it.`;
		expect(asNodeError(node, new Failure('unavailable', said)).message).toBe(said);
	},
);

test('every kind has its advice', () => {
	expect(Object.keys(advice).sort()).toEqual([...failureKinds].sort());
});

test('finds the failure inside what n8n wrapped around it', () => {
	const wrapped = new NodeApiError(node, new Failure('unauthorised', 'ikas: refused') as never);
	expect(asNodeError(node, wrapped)).toMatchObject({
		message: 'ikas: refused',
		failure: { cause: 'credential-invalid' },
	});
});

test('leaves an error of n8n as it is, and tells of any other', () => {
	const own = new NodeOperationError(node, 'no credentials');
	expect(asNodeError(node, own)).toBe(own);
	expect(asNodeError(node, new Error('a bug')).message).toBe('a bug');
});
