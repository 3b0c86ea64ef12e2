import { n8nLog } from '../support/n8nLog';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { LoggerProxy } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { signedInAs } from '../../credentials/theIconic/signedInAs';
import { findSecrets } from '../../demo/findSecrets';
import type { IconicFaults } from '../../sandbox/theIconic/types';
import { pickFrom, pollNode } from '../support/engine';
import { iconicShops, openIconic } from '../support/iconicNodes';
import { carriers, reasons } from '../support/iconicStore';
import { n8nFolder } from '../support/n8nFolder';
import { picked } from '../support/shop';

const wrong = 'hunter2+wrong%secret ü~';

let marks = 0;

describe('whatever fails with The Iconic', () => {
	const at = iconicShops();

	/** All that n8n gets to see of a run: what was thrown with everything in it, and the items of one that goes on. */
	async function seen(operation: string, parameters: IDataObject, shop = at.shop): Promise<string> {
		const run = (onError?: 'continueRegularOutput') =>
			shop.runWhole('theIconic', operation, { parameters, onError });
		const outcomes = await Promise.allSettled([run(), run('continueRegularOutput')]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		const [thrown] = outcomes.map((one) => (one.status === 'rejected' ? one.reason : null));
		return inspect(outcomes, { depth: 20, showHidden: true }) + JSON.stringify(thrown);
	}

	/** Secret, every token, and the two as the sign-in sends them: in no spelling, also in the tables of the ledger and in the log of n8n. */
	async function expectNoneIn(output: string) {
		const { clientId, clientSecret } = at.iconic.credential;
		const basic = [wrong, clientSecret].map((secret) =>
			Buffer.from(`${clientId}:${secret}`).toString('base64'),
		);
		const secrets = [wrong, clientSecret, ...basic, ...at.iconic.issuedTokens()];
		for (const one of secrets) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(JSON.stringify(one).slice(1, -1));
			expect(output).not.toContain(Buffer.from(one).toString('base64').slice(0, -4));
		}
		for (const one of ['Basic ', 'Bearer ']) expect(output).not.toContain(one);
		const mark = `written ${++marks}`;
		LoggerProxy.debug(mark);
		expect(await n8nLog(mark)).toContain(mark);
		expect(findSecrets(n8nFolder, { secret: [...new Set(secrets)] })).toEqual([]);
	}

	const order = (): IDataObject => ({ orderId: picked(at.place({})[0] ?? '') });
	const entries = () => at.shop.stored.theIconicChannelApi;

	test.each<[string, IDataObject]>([
		['secret', { clientSecret: wrong }],
		['ID', { clientId: 'another' }],
	])('a sign-in that is refused for its %s tells none', async (_what, change) => {
		const parameters = order();
		Object.assign(entries(), change);
		await expectNoneIn(await seen('order:get', parameters));
		const refused = await Promise.allSettled([
			pickFrom('n8n-nodes-order-hub.theIconic', at.shop.credentials, 'getCarriers'),
			pickFrom('n8n-nodes-order-hub.theIconic', at.shop.credentials, 'searchOrders'),
			pollNode('n8n-nodes-order-hub.theIconicTrigger', at.shop.credentials, { memory: {} }),
		]);
		expect(refused.map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
		await expectNoneIn(inspect(refused, { depth: 20 }));
	});

	test.each<[string, IconicFaults]>([
		['cut-off answers', { cutOff: 1 }],
		['HTML instead of answers', { html: 1 }],
	])(
		'%s tell none, also while it signs in',
		async (_what, faults) => {
			const parameters = order();
			at.iconic.setFaults(faults);
			await expectNoneIn(await seen('order:get', parameters));
			entries().accessToken = '';
			await at.shop.sql('DELETE FROM quotas');
			await expectNoneIn(await seen('order:get', parameters));
		},
		60_000,
	);

	test('a server that does not answer tells none, however it does that', async () => {
		const parameters = order();
		const answers: readonly (string | object)[] = [
			'http://127.0.0.1:1',
			{ dropBefore: 1 },
			{ torn: 1 },
		];
		const shops = await Promise.all(answers.map(() => openIconic()));
		const outputs = await Promise.all(
			shops.map(async (shop, which) => {
				const answer = answers[which] ?? {};
				if (typeof answer === 'string') shop.stored.theIconicChannelApi.apiUrl = answer;
				else shop.iconic.setFaults(answer);
				const output = await seen('order:get', parameters, shop);
				await shop.close();
				return output;
			}),
		);
		for (const output of outputs) {
			// After a row of failures the hub leaves the channel alone.
			expect(output).toMatch(/did not answer|no call may be sent/);
			await expectNoneIn(output);
		}
	}, 60_000);

	test.each(['order:get', 'order:getLabel', 'order:cancel', 'store:saveSettings'])(
		'a server that repeats what it was sent tells none: %s',
		async (operation) => {
			const parameters = { ...order(), reason: reasons.other };
			const echo = createServer(async (request, answer) => {
				const said = `${request.url} ${inspect(request.headers)} ${await text(request)}`;
				answer.statusCode = request.url?.startsWith('/oauth') ? 401 : 422;
				answer.setHeader('content-type', 'application/json');
				answer.end(JSON.stringify({ title: said, detail: said, message: said, error: said }));
			}).listen(0, '127.0.0.1');
			await once(echo, 'listening');
			entries().apiUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
			const refused = await seen(operation, parameters);
			// As if the token had been got there.
			Object.assign(entries(), { signedInAs: signedInAs(entries()) });
			const repeated = await seen(operation, parameters);
			echo.close();
			await expectNoneIn(refused);
			await expectNoneIn(repeated);
		},
	);

	test('a token that was refused and renewed tells none, nor do orders, documents and updates', async () => {
		const [id = ''] = at.place({});
		const told = [];
		for (const template of ['sync-orders', 'sync-catalog', 'push-inventory', 'send-updates']) {
			at.iconic.expireTokens();
			told.push(await at.shop.tick(template));
			if (template === 'sync-orders') {
				await at.shop.hub('order:changeStatus', {
					...{ orderId: id, status: 'shipped' },
					options: { trackingNumber: 'TRACK-1', carrier: carriers.typed },
				});
			}
		}
		told.push(
			await at.shop.runWhole('theIconic', 'order:getLabel', {
				parameters: { orderId: picked(id) },
			}),
			await at.shop.hub('order:get', { orderId: id, simple: false }),
			await at.shop.items('theIconic', 'store:getSettingsForm'),
			await at.shop.items('theIconic', 'order:ship', {
				parameters: { orderId: picked(id), dryRun: true },
			}),
		);
		expect(at.iconic.issuedTokens().length).toBeGreaterThan(2);
		await expectNoneIn(inspect(told, { depth: 30, showHidden: true }));
	});
});
