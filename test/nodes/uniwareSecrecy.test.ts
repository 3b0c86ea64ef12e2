import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { signedInAs } from '../../credentials/uniware/signedInAs';
import { findSecrets } from '../../demo/findSecrets';
import { n8nFolder } from '../support/n8nFolder';
import { picked } from '../support/shop';
import { uniwarePage, uniwareShops } from '../support/uniwareNodes';

const wrong = 'hunter2+wrong%secret ü~';

describe('whatever fails with Uniware', () => {
	const at = uniwareShops();

	/** All that n8n gets to see of a run: what was thrown with everything in it, and the items of one that goes on. */
	async function seen(operation: string, parameters: IDataObject = {}): Promise<string> {
		const run = (onError?: 'continueRegularOutput') =>
			at.shop.runWhole(operation, { parameters, onError });
		const outcomes = await Promise.allSettled([run(), run('continueRegularOutput')]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		return inspect(outcomes, { depth: 20, showHidden: true });
	}

	/** The password and every token: in no spelling, also in the tables of the ledger. */
	function expectNoneIn(output: string) {
		const { password } = at.uniware.credential;
		const secrets = [wrong, password, ...at.uniware.issuedTokens()];
		for (const one of secrets) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(new URLSearchParams({ one }).toString().slice(4));
		}
		expect(findSecrets(n8nFolder, { secret: secrets })).toEqual([]);
	}

	const entries = () => at.shop.stored.uniwareHubApi;

	test('a sign-in that is refused tells none', async () => {
		Object.assign(entries(), { password: wrong, accessToken: '' });
		expectNoneIn(await seen('location:getMany'));
	});

	test.each([{ cutOff: 1 }, { html: 1 }])(
		'answers that are none tell none: %j',
		async (faults) => {
			at.uniware.setFaults(faults);
			entries().accessToken = '';
			expectNoneIn(await seen('location:getMany'));
		},
		180_000,
	);

	test.each(['location:getMany', 'order:cancel', 'package:createLabel', 'store:saveSettings'])(
		'a server that repeats what it was sent tells none: %s',
		async (operation) => {
			const echo = createServer(async (request, answer) => {
				const said = `${request.url} ${inspect(request.headers)} ${await text(request)}`;
				answer.setHeader('content-type', 'application/json');
				answer.statusCode = request.url?.includes('oauth') ? 400 : 200;
				const errors = [{ message: said, description: said }];
				answer.end(JSON.stringify({ successful: false, errors, error_description: said }));
			}).listen(0, '127.0.0.1');
			await once(echo, 'listening');
			entries().baseUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
			const parameters = {
				...{ orderId: picked('A'), packageCode: 'SP1', facility: picked('WH_MAIN') },
				...uniwarePage(),
			};
			const refused = await seen(operation, parameters);
			// As if the token had been got there.
			Object.assign(entries(), { signInSecret: signedInAs(entries()) });
			const repeated = await seen(operation, parameters);
			echo.closeAllConnections();
			echo.close();
			expectNoneIn(refused);
			expectNoneIn(repeated);
		},
	);
});
