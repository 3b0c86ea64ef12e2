import { type Random, uuid } from '../random';
import type { SandboxRequest } from '../wire';
import { type Reply, reply, storageReply } from './answers';

/** A file in Amazon's storage; `bytes` are null until it is uploaded. */
export interface StoredFile {
	readonly contentType: string;
	readonly isGzipped: boolean;
	bytes: Uint8Array | null;
}

interface Permit {
	readonly file: string;
	readonly method: 'GET' | 'PUT';
	readonly endsAt: number;
	/** Says in its headers that it is packed. */
	readonly saysEncoding: boolean;
}

/** Of an upload (reference/amazon-seller-flex.md 9, 11.2); that a download lives as long is a guess. */
const lifetimeMs = 300_000;

const prefix = '/documents/';

const amazonHeader = (headers: SandboxRequest['headers']) =>
	Object.keys(headers).find((name) => name.startsWith('x-amz-'));

const denied = (message: string) => storageReply(403, 'AccessDenied', message);

const isExpired = ({ endsAt }: Permit, now: number) => now >= endsAt;

/** Storage with presigned addresses, as S3: who has one needs nothing else, and must not bring a token. */
export const documents = (random: Random, now: () => number) => {
	const files = new Map<string, StoredFile>();
	const permits = new Map<string, Permit>();

	const url = (host: string, file: string, method: Permit['method'], saysEncoding = false) => {
		const signature = uuid(random).replaceAll('-', '');
		permits.set(signature, { file, method, endsAt: now() + lifetimeMs, saysEncoding });
		const expires = lifetimeMs / 1000;
		return `http://${host}${prefix}${file}?X-Amz-Expires=${expires}&X-Amz-Signature=${signature}`;
	};

	const uploaded = (file: StoredFile, { headers, bytes, body }: SandboxRequest): Reply => {
		if (headers['content-type'] !== file.contentType) {
			return storageReply(403, 'SignatureDoesNotMatch', 'The content type was signed otherwise.');
		}
		file.bytes = bytes ?? Buffer.from(body);
		return reply(200, undefined, 'document_uploaded');
	};

	const downloaded = (file: StoredFile, { saysEncoding }: Permit): Reply => ({
		...reply(200, file.bytes ?? new Uint8Array()),
		headers: {
			'content-type': file.contentType,
			...(saysEncoding && file.isGzipped && { 'content-encoding': 'gzip' }),
		},
	});

	return {
		/** Keeps a file; answers its id. */
		keep(file: StoredFile): string {
			const id = uuid(random);
			files.set(id, file);
			return id;
		},
		find: (id: string): StoredFile | null => files.get(id) ?? null,
		url,
		isOf: ({ path }: SandboxRequest) => path.startsWith(prefix),
		answer(request: SandboxRequest): Reply {
			const { method, path, query, headers } = request;
			const id = path.slice(prefix.length);
			const permit = permits.get(query['X-Amz-Signature'] ?? '');
			const file = files.get(id);
			if (!permit || !file || permit.file !== id || permit.method !== method) {
				return storageReply(403, 'SignatureDoesNotMatch', 'The signature does not match.');
			}
			const header = amazonHeader(headers);
			if (header) return denied(`There were headers present which were not signed: ${header}`);
			if (isExpired(permit, now())) return denied('Request has expired');
			return method === 'PUT' ? uploaded(file, request) : downloaded(file, permit);
		},
	};
};

export type Documents = ReturnType<typeof documents>;
