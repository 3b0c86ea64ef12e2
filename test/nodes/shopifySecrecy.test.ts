import { n8nLog } from '../support/n8nLog';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { LoggerProxy } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { signedInAs } from '../../credentials/shopify/signedInAs';
import { findSecrets } from '../../demo/findSecrets';
import type { ShopifyFaults } from '../../sandbox/shopify/types';
import { pickFrom } from '../support/engine';
import { hook } from '../support/hooked';
import { n8nFolder } from '../support/n8nFolder';
import { picked } from '../support/shop';
import { openShopify } from '../support/shopifyNodes';
import { listening, secretSignature } from '../support/shopifyNotices';
import { sold, soldOnIconic } from '../support/soldOnIconic';

const wrong = 'hunter2+wrong%secret ü~';

let marks = 0;

describe('whatever fails with Shopify', () => {
	const on = soldOnIconic();

	/** All that n8n gets to see of a run: what was thrown with everything in it, and the items of one that goes on. */
	async function seen(
		operation: string,
		parameters: IDataObject = {},
		shop = on.at.shop,
	): Promise<string> {
		const run = (onError?: 'continueRegularOutput') =>
			shop.runWhole('shopifyHub', operation, { parameters, onError });
		const outcomes = await Promise.allSettled([run(), run('continueRegularOutput')]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		const [thrown] = outcomes.map((one) => (one.status === 'rejected' ? one.reason : null));
		return inspect(outcomes, { depth: 20, showHidden: true }) + JSON.stringify(thrown);
	}

	/** The client secret and every token: in no spelling, also in the tables of the ledger and in the log of n8n. */
	async function expectNoneIn(output: string) {
		const { clientSecret, accessToken } = on.at.shopify.credential;
		const secrets = [wrong, clientSecret, accessToken, ...on.at.shopify.issuedTokens()];
		for (const one of secrets) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(JSON.stringify(one).slice(1, -1));
			expect(output).not.toContain(Buffer.from(one).toString('base64').slice(0, -4));
		}
		const mark = `written ${++marks}`;
		LoggerProxy.debug(mark);
		expect(await n8nLog(mark)).toContain(mark);
		expect(findSecrets(n8nFolder, { secret: [...new Set(secrets)] })).toEqual([]);
	}

	const entries = () => on.at.shop.stored.shopifyHubApi;

	test.each<[string, IDataObject]>([
		['client secret', { clientSecret: wrong }],
		['client ID', { clientId: '0000' }],
		['token', { signInWith: 'adminToken', adminToken: wrong }],
	])('a sign-in that is refused for its %s tells none', async (_what, change) => {
		Object.assign(entries(), change);
		await expectNoneIn(await seen('location:getMany'));
		const refused = await Promise.allSettled([
			pickFrom('n8n-nodes-order-hub.shopifyHub', on.at.shop.credentials, 'searchLocations'),
			hook(listening(), on.at.shop.credentials),
		]);
		expect(refused).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
		await expectNoneIn(inspect(refused, { depth: 20 }));
	});

	test.each<[string, ShopifyFaults]>([
		['cut-off answers', { cutOff: 1 }],
		['HTML instead of answers', { html: 1 }],
	])(
		'%s tell none, also while it signs in',
		async (_what, faults) => {
			on.at.shopify.setFaults(faults);
			await expectNoneIn(await seen('location:getMany'));
			entries().accessToken = '';
			await on.at.shop.sql('DELETE FROM quotas');
			await expectNoneIn(await seen('location:getMany'));
		},
		180_000,
	);

	test('a store that does not answer tells none, however it does that', async () => {
		const answers: readonly (string | ShopifyFaults)[] = [
			'http://127.0.0.1:1',
			{ dropBefore: 1 },
			{ torn: 1 },
		];
		const outputs = await Promise.all(
			answers.map(async (answer) => {
				const shop = await openShopify();
				if (typeof answer === 'string') shop.stored.shopifyHubApi.apiUrl = answer;
				else shop.shopify.setFaults(answer);
				const output = await seen('location:getMany', {}, shop);
				await shop.close();
				return output;
			}),
		);
		for (const output of outputs) {
			// After a row of failures the hub leaves Shopify alone.
			expect(output).toMatch(/did not answer|no call may be sent/);
			await expectNoneIn(output);
		}
	}, 180_000);

	test.each(['location:getMany', 'fulfilment:getMany', 'order:cancel', 'store:saveSettings'])(
		'a server that repeats what it was sent tells none: %s',
		async (operation) => {
			const echo = createServer(async (request, answer) => {
				const said = `${request.url} ${inspect(request.headers)} ${await text(request)}`;
				answer.setHeader('content-type', 'application/json');
				answer.statusCode = request.url?.includes('oauth') ? 401 : 200;
				answer.end(JSON.stringify({ errors: [{ message: said }], error_description: said }));
			}).listen(0, '127.0.0.1');
			await once(echo, 'listening');
			entries().apiUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
			const parameters = {
				...{ orderId: picked('gid://shopify/Order/1'), seller: picked('acme') },
				...{ store: picked('shopify'), changedBy: 'Mia' },
			};
			const refused = await seen(operation, parameters);
			// As if the token had been got there.
			Object.assign(entries(), { signInSecret: signedInAs(entries()) });
			const repeated = await seen(operation, parameters);
			echo.close();
			await expectNoneIn(refused);
			await expectNoneIn(repeated);
		},
	);

	test('a token that was refused and renewed tells none, nor do stock, orders and updates', async () => {
		await on.taken(sold('6001'));
		const told = [];
		for (const template of [
			...['shopify/sync-catalog', 'theIconicToShopify/sync-stock'],
			...['theIconicToShopify/send-orders', 'theIconicToShopify/sync-fulfilments'],
		]) {
			on.at.shopify.expireTokens();
			told.push(await on.at.shop.tick(template));
		}
		told.push(
			await on.at.shop.items('shopifyHub', 'order:cancel', {
				parameters: { orderId: picked(on.made()[0]?.id ?? ''), dryRun: true },
			}),
		);
		expect(on.at.shopify.issuedTokens().length).toBeGreaterThan(2);
		await expectNoneIn(inspect(told, { depth: 30, showHidden: true }));
	});

	test('a notice with a wrong signature tells none, nor does one that is taken', async () => {
		const hooked = await hook(listening(), on.at.shop.credentials);
		const { clientSecret } = on.at.shopify.credential;
		const body = '{"id":1}';
		const answers = [];
		for (const signature of [
			'',
			secretSignature(body, wrong),
			secretSignature(body, clientSecret),
		]) {
			const answer = await fetch(hooked.url, {
				method: 'POST',
				headers: {
					...{ 'content-type': 'application/json', 'x-shopify-hmac-sha256': signature },
					...{
						'x-shopify-topic': 'orders/cancelled',
						'x-shopify-webhook-id': `w-${answers.length}`,
					},
					'x-shopify-shop-domain': on.at.shop.domain,
				},
				body,
			});
			answers.push([answer.status, await answer.text(), [...answer.headers]]);
		}
		await hooked.close();
		expect(answers.map(([status]) => status)).toEqual([401, 401, 200]);
		await expectNoneIn(inspect([answers, hooked.executions], { depth: 20, showHidden: true }));
	});
});
