import type { RawBulk } from './bulkBook';
import { gid } from './ids';
import { instantOf, instantOrNull } from './instants';

const storage = '/bulk-results/';

/** Another name of the same machine: the storage is on a host of its own. */
const storageHost = (host: string) => host.replace('127.0.0.1', 'localhost');

const urlOf = ({ id, key, status, rows }: RawBulk, host: string): string | null =>
	status === 'COMPLETED' && rows > 0
		? `http://${storageHost(host)}${storage}bulk-${id}.jsonl?Expires=604800&Signature=${key}`
		: null;

/** Numbers of 64 bits come as texts. */
export const bulkView = (bulk: RawBulk, host: string) => ({
	__typename: 'BulkOperation',
	id: gid('BulkOperation', bulk.id),
	type: 'QUERY',
	query: bulk.query,
	status: bulk.status,
	errorCode: bulk.errorCode,
	createdAt: instantOf(bulk.createdAt),
	completedAt: instantOrNull(bulk.status === 'COMPLETED' ? bulk.completedAt : null),
	objectCount: String(bulk.rows),
	rootObjectCount: String(bulk.rows),
	fileSize: bulk.status === 'COMPLETED' ? String(bulk.fileSize) : null,
	url: urlOf(bulk, host),
	partialDataUrl: null,
});

export const isBulkFile = (path: string): boolean => path.startsWith(storage);
