import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSecrets } from '../../demo/findSecrets';

describe('the search for secrets', () => {
	const secret = 'geheim "ç/1+ü" & mehr';
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'order-hub-secrets-'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	const found = (chunk?: number) => findSecrets(folder, { token: ['other', secret] }, chunk);
	const plant = (content: string | Buffer, file = 'n8n.log') => {
		const bytes = Buffer.from(content as string);
		writeFileSync(
			join(folder, file),
			Buffer.concat([Buffer.alloc(1000, 7), bytes, Buffer.alloc(9)]),
		);
	};

	test.each([
		['plain', secret, 'plain'],
		['encoded for a URL', `?a=${encodeURIComponent(secret)}&`, 'URL-encoded'],
		['encoded for a form', `${new URLSearchParams({ b: secret, c: 'd' })}`, 'URL-encoded'],
		['in JSON', JSON.stringify({ secret }), 'in JSON'],
		['in JSON within JSON', JSON.stringify(JSON.stringify({ secret })), 'in JSON'],
		['in base64', Buffer.from(secret).toString('base64'), 'in base64'],
		['in base64 after an id', Buffer.from(`id:${secret}`).toString('base64'), 'in base64'],
		['in base64 after two', Buffer.from(`a:id1:${secret}.`).toString('base64'), 'in base64'],
		['in base64url', Buffer.from(`i${secret}xy`).toString('base64url'), 'in base64'],
		['in UTF-16', Buffer.from(secret, 'utf16le'), 'plain, in UTF-16'],
	])('finds one that stands there %s, and names the file only', (_how, content, spelling) => {
		plant(content);
		expect(found()).toEqual([{ file: 'n8n.log', what: 'token', spelling }]);
	});

	test('finds it wherever chunks begin and end', () => {
		plant(secret);
		for (let chunk = 1; chunk < 1100; chunk += 7) expect(found(chunk)).toHaveLength(1);
	});

	test('looks into hidden folders and files of any kind', () => {
		mkdirSync(join(folder, '.n8n', 'order-hub'), { recursive: true });
		plant(secret, join('.n8n', 'order-hub', 'default.sqlite-wal'));
		plant(secret, join('.n8n', '.config'));
		expect(found().map(({ file }) => file)).toEqual([
			join('.n8n', '.config'),
			join('.n8n', 'order-hub', 'default.sqlite-wal'),
		]);
	});

	test('finds nothing where there is nothing', () => {
		plant(secret.slice(1));
		writeFileSync(join(folder, 'empty'), '');
		expect(found()).toEqual([]);
	});
});
