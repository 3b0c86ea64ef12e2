import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { signedInAs } from '../../credentials/omniful/families';
import { findSecrets } from '../../demo/findSecrets';
import { n8nFolder } from '../support/n8nFolder';
import { omnifulPage, omnifulShops } from '../support/omnifulNodes';
import { picked } from '../support/shop';

const wrong = 'hunter2+wrong%secret ü~';

describe('whatever fails with Omniful', () => {
	const at = omnifulShops();

	/** All that n8n gets to see of a run: what was thrown with everything in it, and the items of one that goes on. */
	async function seen(operation: string, parameters: IDataObject = {}): Promise<string> {
		const run = (onError?: 'continueRegularOutput') =>
			at.shop.runWhole(operation, { parameters, onError });
		const outcomes = await Promise.allSettled([run(), run('continueRegularOutput')]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		return inspect(outcomes, { depth: 20, showHidden: true });
	}

	/** The secrets of both families, that of webhooks and every token: in no spelling, also in the tables of the ledger. */
	function expectNoneIn(output: string) {
		const { credential, tenantCredential, webhookSecret } = at.omniful;
		const secrets = [
			...[wrong, credential.clientSecret, tenantCredential.clientSecret, webhookSecret],
			...at.omniful.issuedTokens(),
		];
		for (const one of secrets) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(new URLSearchParams({ one }).toString().slice(4));
		}
		expect(findSecrets(n8nFolder, { secret: secrets })).toEqual([]);
	}

	const entries = () => at.shop.stored.omnifulHubApi;

	test.each(['clientSecret', 'refreshToken', 'tenantClientSecret', 'tenantRefreshToken'])(
		'a sign-in that is refused tells none: %s',
		async (field) => {
			Object.assign(entries(), { [field]: wrong, accessToken: '', tenantAccessToken: '' });
			expectNoneIn(await seen('seller:getMany'));
		},
	);

	test.each([{ cutOff: 1 }, { html: 1 }])(
		'answers that are none tell none: %j',
		async (faults) => {
			at.omniful.setFaults(faults);
			entries().accessToken = '';
			expectNoneIn(await seen('seller:getMany'));
		},
		180_000,
	);

	test.each([
		...['seller:getMany', 'order:create', 'order:cancel', 'shipment:getLabel', 'stock:push'],
		'store:saveSettings',
	])(
		'a server that repeats what it was sent tells none: %s',
		async (operation) => {
			const echo = createServer(async (request, answer) => {
				const said = `${request.url} ${inspect(request.headers)} ${await text(request)}`;
				answer.setHeader('content-type', 'application/json');
				answer.statusCode = 400;
				answer.end(JSON.stringify({ is_success: false, error: { message: said }, data: said }));
			}).listen(0, '127.0.0.1');
			await once(echo, 'listening');
			entries().apiUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
			const parameters = {
				...{ orderId: picked('A'), order: { order_id: 'A' }, listing: picked('TEE-M') },
				...{ location: picked('RUH'), quantity: '1', ...omnifulPage() },
			};
			const refused = await seen(operation, parameters);
			// As if the tokens had been got there.
			Object.assign(entries(), { signInSecret: signedInAs(entries()) });
			const repeated = await seen(operation, parameters);
			echo.closeAllConnections();
			echo.close();
			expectNoneIn(refused);
			expectNoneIn(repeated);
		},
		60_000,
	);
});
