import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { findSecrets } from '../../demo/findSecrets';
import type { AmazonFaults } from '../../sandbox/amazonSellerFlex/types';
import { amazonShops, mapped } from '../support/amazonNodes';
import { pickFrom } from '../support/engine';
import { n8nFolder } from '../support/n8nFolder';
import { templateOf } from '../support/templates';

const wrong = 'amzn1.oa2-cs.v1.hunter2+wrong%secret';

describe('whatever fails with Amazon', () => {
	const at = amazonShops({}, { hubMapping: mapped({ EXSB: 'sharjah' }) });

	/** All that n8n gets to see of a run: what was thrown with everything in it, and the items of one that goes on. */
	async function seen(operation: string, parameters: IDataObject = {}): Promise<string> {
		const run = (onError?: 'continueRegularOutput') =>
			at.shop.runWhole('amazonSellerFlex', operation, { parameters, onError });
		const outcomes = await Promise.allSettled([run(), run('continueRegularOutput')]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		const [thrown] = outcomes.map((one) => (one.status === 'rejected' ? one.reason : null));
		return inspect(outcomes, { depth: 20, showHidden: true }) + JSON.stringify(thrown);
	}

	/** Secrets of the app, every token, addresses that open a document: in no spelling, also in the tables of the ledger. */
	function expectNoneIn(output: string) {
		const { clientSecret, refreshToken } = at.amazon.credential;
		const secrets = [wrong, clientSecret, refreshToken, ...at.amazon.issuedTokens()];
		for (const one of [...secrets, 'X-Amz-Signature', '/documents/']) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(Buffer.from(one).toString('base64').slice(0, -4));
		}
		const ways = ['X-Amz-Signature='];
		expect(findSecrets(n8nFolder, { secret: [...new Set(secrets)], ways })).toEqual([]);
	}

	const order = () => ({ orderId: at.place({})[0] ?? '' });

	test.each<[string, IDataObject]>([
		['client secret', { clientSecret: wrong }],
		['refresh token', { refreshToken: wrong }],
	])('a sign-in that is refused for its %s tells none', async (_what, change) => {
		Object.assign(at.shop.stored.amazonSellerFlexChannelApi, { ...change, accessToken: '' });
		expectNoneIn(await seen('order:get', order()));
	});

	test.each([
		['the role', { roles: [] }],
		['the allow-listing', { allowListed: false }],
		['the authorisation', { authorised: false }],
	])('a call that is refused for %s tells none', async (_what, grants) => {
		at.amazon.setGrants(grants);
		expectNoneIn(await seen('order:get', order()));
		const [refused] = await Promise.allSettled([
			pickFrom('n8n-nodes-order-hub.amazonSellerFlex', at.shop.credentials, 'searchOrders'),
		]);
		expectNoneIn(inspect(refused, { depth: 20 }));
	});

	test.each<[string, AmazonFaults]>([
		['cut-off answers', { cutOff: 1 }],
		['HTML instead of answers', { html: 1 }],
	])('%s tell none', async (_what, faults) => {
		const parameters = order();
		at.amazon.setFaults(faults);
		expectNoneIn(await seen('order:get', parameters));
	});

	test('a server that repeats what it was sent tells none', async () => {
		const parameters = order();
		const echo = createServer(async (request, answer) => {
			const said = `${String(request.headers['x-amz-access-token'])} ${await text(request)}`;
			answer.setHeader('content-type', 'application/json');
			answer.statusCode = request.url?.includes('token') ? 401 : 422;
			const error = { error: 'other', error_description: said };
			answer.end(JSON.stringify({ ...error, errors: [{ code: 'InvalidInput', message: said }] }));
		}).listen(0, '127.0.0.1');
		await once(echo, 'listening');
		const stored = at.shop.stored.amazonSellerFlexChannelApi;
		const url = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
		Object.assign(stored, { loginUrl: stored.apiUrl, apiUrl: url });
		const repeated = await seen('order:get', parameters);
		Object.assign(stored, { loginUrl: url, accessToken: '' });
		const refused = await seen('order:get', parameters);
		echo.close();
		expect(repeated).toContain('InvalidInput: [hidden]');
		expectNoneIn(repeated);
		expectNoneIn(refused);
	});

	/** Tells all that is due: everything that the execution holds. */
	async function sent() {
		const { run } = await at.shop.tick(templateOf('amazonSellerFlex/send-updates'));
		return inspect(run, { depth: 30, showHidden: true });
	}

	async function pickedOne() {
		const { orderId } = order();
		await at.shop.becomeDue();
		await at.shop.tick(templateOf('amazonSellerFlex/sync-orders'));
		await sent();
		await at.shop.hub('order:changeStatus', { orderId, status: 'picked' });
		return orderId;
	}

	test('a label that is fetched tells none', async () => {
		const orderId = await pickedOne();
		expectNoneIn(await sent());
		const label = await at.shop.runWhole('orderHub', 'parcel:getLabel', {
			parameters: { store: { __rl: true, mode: 'id', value: 'amazon' }, orderId },
		});
		expectNoneIn(inspect(label, { depth: 20 }));
		expectNoneIn(
			inspect(await at.shop.hub('order:get', { orderId, simple: false }), { depth: 20 }),
		);
	});

	test.each<[string, AmazonFaults]>([
		['refuses', { rate429: 1 }],
		['fails', { rate500: 1 }],
		['hangs up', { dropBefore: 1 }],
		['hangs up half-way', { torn: 1 }],
		['answers with a page', { html: 1 }],
	])('a storage that %s tells none, keeps no label, and is asked again', async (_what, faults) => {
		const orderId = await pickedOne();
		at.amazon.setFaults({ ...faults, only: 'document', forTheNext: 3 });
		const failed = await sent();
		expect(failed).toMatch(/could not be fetched|did not answer/);
		expectNoneIn(failed);
		await at.shop.sql('UPDATE outbox SET due_at = 0');
		expectNoneIn(await sent());
		const label = await at.shop.runWhole('orderHub', 'parcel:getLabel', {
			parameters: { store: { __rl: true, mode: 'id', value: 'amazon' }, orderId },
		});
		expect(label).toMatchObject([[{ json: { mimeType: 'x.application/zpl' } }]]);
		const history = at.amazon.shipment(orderId).history.map(({ what }) => what);
		expect(history.filter((what) => what === 'labels_generated')).toHaveLength(1);
	});
});
