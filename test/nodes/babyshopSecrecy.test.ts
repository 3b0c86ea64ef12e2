import { n8nLog } from '../support/n8nLog';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { LoggerProxy } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { signedInAs } from '../../credentials/babyshop/signedInAs';
import { findSecrets } from '../../demo/findSecrets';
import type { BabyshopFaults } from '../../sandbox/babyshop/types';
import { babyshopShops, openBabyshop } from '../support/babyshopNodes';
import { pickFrom, pollNode } from '../support/engine';
import { n8nFolder } from '../support/n8nFolder';
import { picked } from '../support/shop';

const wrong = 'hunter2+wrong%secret ü~';

let marks = 0;

describe('whatever fails with Babyshop', () => {
	const at = babyshopShops();

	/** All that n8n gets to see of a run: what was thrown with everything in it, and the items of one that goes on. */
	async function seen(operation: string, parameters: IDataObject, shop = at.shop): Promise<string> {
		const run = (onError?: 'continueRegularOutput') =>
			shop.runWhole('babyshop', operation, { parameters, onError });
		const outcomes = await Promise.allSettled([run(), run('continueRegularOutput')]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		const [thrown] = outcomes.map((one) => (one.status === 'rejected' ? one.reason : null));
		return inspect(outcomes, { depth: 20, showHidden: true }) + JSON.stringify(thrown);
	}

	/** Password, every key, and what a key is made of: in no spelling, also in the tables of the ledger and in the log of n8n. */
	async function expectNoneIn(output: string) {
		const { username, password } = at.babyshop.credential;
		const keys = at.babyshop.issuedTokens();
		const made = keys.map((key) => Buffer.from(key, 'base64').toString());
		const secrets = [wrong, password, ...keys, ...made];
		for (const one of secrets) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(JSON.stringify(one).slice(1, -1));
			expect(output).not.toContain(Buffer.from(one).toString('base64').slice(0, -4));
		}
		const login = Buffer.from(`${username}~`).toString('base64').replace(/=+$/, '').slice(0, -1);
		for (const one of [login, 'password=', 'authToken?']) expect(output).not.toContain(one);
		const mark = `written ${++marks}`;
		LoggerProxy.debug(mark);
		expect(await n8nLog(mark)).toContain(mark);
		const ways = ['password=', 'authToken?', login];
		expect(findSecrets(n8nFolder, { secret: [...new Set(secrets)], ways })).toEqual([]);
	}

	const order = (): IDataObject => ({ orderId: picked(at.place({})[0] ?? '') });
	const entries = () => at.shop.stored.babyshopChannelApi;

	test.each<[string, IDataObject]>([
		['password', { password: wrong }],
		['username', { username: '2000002' }],
	])('a sign-in that is refused for its %s tells none', async (_what, change) => {
		const parameters = order();
		Object.assign(entries(), change);
		await expectNoneIn(await seen('order:get', parameters));
		const refused = await Promise.allSettled([
			pickFrom('n8n-nodes-order-hub.babyshop', at.shop.credentials, 'searchOrders'),
			pollNode('n8n-nodes-order-hub.babyshopTrigger', at.shop.credentials, { memory: {} }),
		]);
		expect(refused).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
		await expectNoneIn(inspect(refused, { depth: 20 }));
	});

	test.each<[string, BabyshopFaults]>([
		['cut-off answers', { cutOff: 1 }],
		['HTML instead of answers', { html: 1 }],
		['a quota that is used up', { code13: 1 }],
	])('%s tell none, also while it signs in', async (_what, faults) => {
		const parameters = order();
		at.babyshop.setFaults(faults);
		await expectNoneIn(await seen('order:get', parameters));
		entries().accessToken = '';
		await at.shop.sql('DELETE FROM quotas');
		await expectNoneIn(await seen('order:get', parameters));
	});

	test('a panel that does not answer tells none, however it does that', async () => {
		const parameters = order();
		const answers: readonly (string | object)[] = [
			'http://127.0.0.1:1/v3',
			{ dropBefore: 1 },
			{ torn: 1 },
		];
		const shops = await Promise.all(answers.map(() => openBabyshop()));
		// The others are not signed in yet.
		await shops[2]?.items('babyshop', 'listing:getMany');
		const outputs = await Promise.all(
			shops.map(async (shop, which) => {
				const answer = answers[which] ?? {};
				if (typeof answer === 'string') shop.stored.babyshopChannelApi.baseUrl = answer;
				else shop.babyshop.setFaults(answer);
				const output = await seen('order:get', parameters, shop);
				await shop.close();
				return output;
			}),
		);
		expect(outputs.join()).toContain('did not answer');
		for (const output of outputs) {
			// After a row of failures the hub leaves the panel alone.
			expect(output).toMatch(/did not answer|no call may be sent/);
			await expectNoneIn(output);
		}
	}, 60_000);

	test.each(['order:get', 'order:printAwb', 'order:cancel', 'store:saveSettings'])(
		'a panel that repeats what it was sent tells none: %s',
		async (operation) => {
			const parameters = order();
			const echo = createServer(async (request, answer) => {
				const said = `${request.url} ${inspect(request.headers)} ${await text(request)}`;
				answer.setHeader('content-type', 'application/json');
				answer.end(JSON.stringify({ responseCode: 77, responseMessage: said }));
			}).listen(0, '127.0.0.1');
			await once(echo, 'listening');
			const url = `http://127.0.0.1:${(echo.address() as AddressInfo).port}/v3`;
			entries().baseUrl = url;
			const refused = await seen(operation, parameters);
			// As if the key had been got there.
			Object.assign(entries(), { signInSecret: signedInAs(entries()) });
			const repeated = await seen(operation, parameters);
			echo.close();
			await expectNoneIn(refused);
			await expectNoneIn(repeated);
		},
	);

	test('a key that was refused and renewed tells none, nor do orders, labels and updates', async () => {
		const [id = ''] = at.place({});
		const told = [];
		for (const template of ['sync-orders', 'sync-catalog', 'push-inventory', 'send-updates']) {
			at.babyshop.expireTokens({});
			told.push(await at.shop.tick(template));
			if (template === 'sync-orders') {
				await at.shop.hub('order:changeStatus', { orderId: id, status: 'packed' });
			}
		}
		told.push(
			await at.shop.runWhole('babyshop', 'order:printAwb', { parameters: { orderId: picked(id) } }),
		);
		told.push(await at.shop.hub('order:get', { orderId: id, simple: false }));
		told.push(
			await at.shop.items('babyshop', 'order:ship', {
				parameters: { orderId: picked(id), dryRun: true },
			}),
		);
		expect(at.babyshop.issuedTokens().length).toBeGreaterThan(2);
		await expectNoneIn(inspect(told, { depth: 30, showHidden: true }));
	});
});
