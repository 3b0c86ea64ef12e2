import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { findSecrets } from '../../demo/findSecrets';
import type { Faults } from '../../sandbox/faults';
import { executeNode, pickFrom } from '../support/engine';
import { newTarget } from '../support/ledgers';
import { n8nFolder } from '../support/n8nFolder';
import { connectedShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

const secret = 'hunter2-secret';

describe('whatever fails', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
		expect(shop.stored.ikasChannelApi.accessToken).not.toBe('');
	});
	afterEach(() => shop.close());

	/** All that n8n gets to see of a run: what was thrown with everything in it, and the items of one that goes on. */
	async function seen(type: string, operation: string, more: IDataObject = {}): Promise<string> {
		const [resource, name] = operation.split(':');
		const parameters = { resource, operation: name, ...more };
		const run = (onError?: 'continueRegularOutput') =>
			executeNode(`n8n-nodes-order-hub.${type}`, shop.credentials, { parameters, onError });
		const outcomes = await Promise.allSettled([run(), run('continueRegularOutput')]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		const [thrown] = outcomes.map((one) => (one.status === 'rejected' ? one.reason : null));
		return inspect(outcomes, { depth: 20, showHidden: true }) + JSON.stringify(thrown);
	}

	/** The client secret, every token, the password of the database: in no spelling, also in the tables of the ledger. */
	function expectNoneIn(output: string) {
		const secrets = [secret, shop.ikas.credential.clientSecret, ...shop.ikas.issuedTokens()];
		for (const one of secrets) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(Buffer.from(one).toString('base64').slice(0, -4));
		}
		expect(findSecrets(n8nFolder, { secret: secrets })).toEqual([]);
	}

	test('a refused sign-in tells none', async () => {
		Object.assign(shop.stored.ikasChannelApi, { clientSecret: secret, accessToken: '' });
		expectNoneIn(await seen('ikas', 'location:getMany'));
	});

	test('a refused call tells none', async () => {
		shop.ikas.setScopes([]);
		expectNoneIn(await seen('ikas', 'location:getMany'));
		const [refused] = await Promise.allSettled([
			pickFrom('n8n-nodes-order-hub.ikas', shop.credentials, 'searchLocations'),
		]);
		expectNoneIn(inspect(refused, { depth: 20 }));
	});

	test.each<[string, Faults]>([
		['cut-off answers', { cutOff: 1 }],
		['HTML instead of answers', { html: 1 }],
		['lost connections', { dropBefore: 1 }],
	])('%s tell none', async (_what, faults) => {
		shop.ikas.setFaults(faults);
		expectNoneIn(await seen('ikas', 'location:getMany'));
	});

	test('a server that repeats what it was sent tells none', async () => {
		const echo = createServer(async (request, answer) => {
			const said = `${request.headers.authorization} ${await text(request)}`;
			answer.setHeader('content-type', 'application/json');
			answer.statusCode = request.url?.includes('oauth') ? 401 : 200;
			answer.end(JSON.stringify({ errors: [{ message: said }] }));
		}).listen(0, '127.0.0.1');
		await once(echo, 'listening');
		shop.stored.ikasChannelApi.apiUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
		expectNoneIn(await seen('ikas', 'location:getMany'));
		shop.stored.ikasChannelApi.accessToken = '';
		expectNoneIn(await seen('ikas', 'location:getMany'));
		echo.close();
	});

	test('a sync that fails leaves none in the ledger', async () => {
		const [run] = await shop.items('orderHub', 'sync:begin', {
			parameters: { store: picked('ikas') },
		});
		shop.ikas.setScopes([]);
		const [failed] = await executeNode('n8n-nodes-order-hub.ikas', shop.credentials, {
			parameters: { resource: 'order', operation: 'getPage' },
			items: [run ?? {}],
			onError: 'continueRegularOutput',
		});
		expectNoneIn(inspect(failed, { depth: 20 }));
		const [ended] = await Promise.allSettled([
			shop.items('orderHub', 'sync:end', {
				items: (failed ?? []).map(({ json }) => ({ ...run, ...json })),
			}),
		]);
		expect(ended).toMatchObject({ reason: { message: expect.stringContaining('permission') } });
		expectNoneIn(inspect(ended, { depth: 20 }));
	});

	test('a database that refuses the password tells none', async () => {
		Object.assign(shop.stored.orderHubLedgerApi, { ...(await newTarget()), password: secret });
		expectNoneIn(await seen('orderHub', 'store:getMany'));
		expectNoneIn(await seen('ikas', 'location:getMany'));
	});
});
