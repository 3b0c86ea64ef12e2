import { line, placed } from '../support/placed';
import { credentialStore } from '../support/credentialStore';
import { always, draft, settings } from '../support/ledgers';
import { openHub, type HubNodes } from '../support/hubNodes';
import { sendBack } from '../support/returning';
import { sizeSafety } from '../support/sizedSafety';
import { serveSummary, type SummaryServer } from '../support/summaryServer';

const ops = { username: 'ops', password: 'a long password' };
const eve = { username: 'eve', password: 'another password' };
const nasty = `"><script>alert(1)</script><img src=x onerror="alert('2')">&amp;`;

describe('the channel summary, asked over HTTP', () => {
	let hub: HubNodes;
	let server: SummaryServer;
	beforeEach(async () => {
		hub = await openHub();
		server = await serveSummary(hub.credentials, [ops, eve]);
	});
	afterEach(async () => {
		await server.close();
		await hub.close();
	});

	const as = ({ username, password }: typeof ops) => ({
		authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
	});
	const get = async (query: string, who = ops) => {
		const response = await fetch(`${server.url}${query}`, { headers: as(who) });
		return { response, status: response.status, page: await response.text() };
	};
	const post = async (form: Record<string, string>, who = ops) => {
		const body = new URLSearchParams(form);
		const response = await fetch(server.url, { method: 'POST', headers: as(who), body });
		return { status: response.status, page: await response.text() };
	};
	const confirmationIn = (page: string) =>
		/name="confirmation" value="([^"]+)"/.exec(page)?.[1] ?? '';
	const excepted = async () => {
		await hub.take(placed('1', { location: 'x' }));
		return (await hub.ledger.getExceptions('ikas-tr', 1))[0]?.id ?? 0;
	};

	test('lets nobody in without name and password', async () => {
		expect((await fetch(server.url)).status).toBe(401);
	});

	test('lists the stores with what waits there, as a page that nothing can run on', async () => {
		await hub.take(placed('1'), placed('2', { location: 'x' }), placed('3', { hubStatus: null }));
		const { response, status, page } = await get('');
		expect(status).toBe(200);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('x-frame-options')).toBe('DENY');
		expect(page).toMatch(/^<!doctype html>/);
		expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
		expect(page).not.toMatch(/<script|\son\w+=|\sstyle=/);
		expect(page).toContain('1 of 1 store needs attention');
		expect(page).toContain('1 exception');
	});

	test('finds stores by words, channel and whether they need somebody, the worst first', async () => {
		const codes = ['a-well', 'b-held', 'c-fails'];
		for (const code of codes) await hub.ledger.saveStore(draft({ code, account: code }));
		await hub.ledger.importOrders('b-held', [placed('1', { lines: [line('1', 'A', 99)] })]);
		await hub.ledger.routeWaiting('b-held', 5);
		for (const store of codes) {
			const begun = await hub.ledger.beginSync(store, 'orders');
			if (begun.answer !== 'run') throw new Error(begun.answer);
			if (store !== 'c-fails') await hub.ledger.endSync(begun.run, null);
			else
				await hub.ledger.failSync(begun.run, {
					kind: 'malformed',
					message: 'no',
					retryAfterMs: null,
				});
		}
		const shown = async (query: string) =>
			[...(await get(query)).page.matchAll(/<strong>([^<]+)<\/strong>/g)].map(([, code]) => code);
		expect(await shown('')).toEqual(['c-fails', 'b-held', 'ikas-tr', 'a-well']);
		expect(await shown('?show=problems')).toEqual(['c-fails']);
		expect(await shown('?q=B-HE')).toEqual(['b-held']);
		expect(await shown('?q=acme+well')).toEqual(['a-well']);
		expect(await shown('?channel=shopify')).toEqual([]);
	});

	test('turns the pages of many stores', async () => {
		for (let at = 0; at < 60; at++) {
			const code = `s${String(at).padStart(2, '0')}`;
			await hub.ledger.saveStore(draft({ code, account: code }));
		}
		const { page } = await get('');
		expect(page).toContain('1 to 50 of 61');
		const [, next = ''] = /href="(\?[^"]*from=50[^"]*)"/.exec(page) ?? [];
		expect((await get(next)).page).toContain('51 to 61 of 61');
	});

	test('shows one store: its syncs, its orders, and what waits', async () => {
		await hub.take(
			placed('1'),
			placed('2', { location: 'x' }),
			placed('3', { lines: [line('1', 'A', 99)] }),
		);
		await hub.route();
		const { page } = await get('?store=ikas-tr');
		for (const text of ['Orders by status', 'Ready for Picking', 'merchant-1', 'Not begun', 'N3'])
			expect(page).toContain(text);
		expect(page).toContain('confirm=sync');
	});

	test('shows of a store that sizes its safety stock what is held back, and why', async () => {
		expect((await get('?store=ikas-tr')).page).not.toContain('Safety stock');
		await sizeSafety(hub.ledger);
		const { page } = await get('?store=ikas-tr');
		expect(page).toContain('Safety stock');
		expect(page).toContain('7 cover 98 % of the demand in 6 min');
	});

	test.each(['exceptions', 'holds', 'parked', 'returns', 'updates'])(
		'shows the queue %s',
		async (queue) => {
			expect((await get(`?queue=${queue}`)).status).toBe(200);
			expect((await get(`?queue=${queue}&store=ikas-tr`)).page).toContain('of ikas-tr');
		},
	);

	test.each(['?store=elsewhere', '?queue=orders', '?queue=holds&after=x', '?confirm=delete'])(
		'answers %s with a page that says what is wrong',
		async (query) => {
			const { status, page } = await get(query);
			expect(status).toBe(404);
			expect(page).toContain('There is no');
			expect(page).toContain('All stores');
		},
	);

	test('does what was confirmed, once, and says so', async () => {
		const exception = await excepted();
		const { page } = await get(`?confirm=dismiss&exception=${exception}`);
		expect(page).toContain('because nothing is to be done?');
		expect(await hub.sql('SELECT state FROM exceptions')).toEqual([{ state: 'open' }]);
		const form = { confirmation: confirmationIn(page), reason: 'called them' };
		expect((await post(form)).page).toContain('is closed');
		const again = await post(form);
		expect([again.status, again.page.includes('was done once')]).toEqual([200, true]);
		expect(await hub.sql('SELECT dismissed_because FROM exceptions')).toEqual([
			{ dismissed_because: 'called them' },
		]);
	});

	test('asks a channel for chosen orders again', async () => {
		await hub.take(placed('1'));
		expect((await get('?store=ikas-tr')).page).toContain('Orders to be read again');
		const { page } = await get('?store=ikas-tr&confirm=resync&order=1%2C+2');
		expect(page).toContain('1 of 2');
		expect(await hub.sql('SELECT * FROM asked_orders')).toEqual([]);
		expect((await post({ confirmation: confirmationIn(page) })).page).toContain(
			'2 to be read again',
		);
		expect(await hub.sql('SELECT channel_id, person FROM asked_orders')).toEqual([
			{ channel_id: '1', person: 'ops' },
			{ channel_id: '2', person: 'ops' },
		]);
		expect((await get('?store=ikas-tr&confirm=resync&order=%2C')).status).toBe(404);
	});

	describe('the orders on hold', () => {
		const held = async (reason: string) => {
			await hub.take(placed('1'));
			await hub.sql(`UPDATE orders SET status = 'on_hold', hold_reason = '${reason}'`);
			return (await get('?queue=holds')).page;
		};
		const confirmed = async (query: string, reason = '') => {
			const { page } = await get(`?store=ikas-tr&order=1&${query}`);
			return (await post({ confirmation: confirmationIn(page), reason })).page;
		};

		test.each([
			['inventory_not_present', 'Insufficient Inventory', ['cancel']],
			['sku_not_valid', 'Invalid SKU', ['cancel']],
			['require_manual_approval', 'Require Manual Approval', ['approve', 'cancel']],
			['forceful_on_hold', 'Manually Put On Hold', ['release', 'cancel']],
			['not_able_to_route', 'Routing Conditions Not Met', ['route', 'cancel']],
		])('held for %s say %s and have the buttons that fit', async (reason, label, acts) => {
			const page = await held(reason);
			expect(page).toContain(label);
			const offered = [...page.matchAll(/confirm(?:=|" value=")(\w+)/g)].map(([, act]) => act);
			expect(offered).toEqual(acts);
			for (const act of ['approve', 'release', 'route&hub=ankara'].filter(
				(one) => !acts.includes(one.replace('&hub=ankara', '')),
			)) {
				expect((await get(`?confirm=${act}&store=ikas-tr&order=1`)).status).toBe(404);
			}
		});

		test('are approved, with the person in the order log', async () => {
			await held('require_manual_approval');
			const answer = await confirmed('confirm=approve');
			expect(answer).toContain('Order N1 is Ready for Picking now at hub istanbul.');
			expect(answer).toContain('Its orders on hold');
			expect(await hub.ledger.getOrderLog('ikas-tr', '1', 9)).toContainEqual(
				expect.objectContaining({ event: 'order_approved', by: 'ops' }),
			);
		});

		test('are released, with the person in the order log', async () => {
			await held('forceful_on_hold');
			expect(await confirmed('confirm=release')).toContain(
				'Order N1 is Ready for Picking now at hub istanbul.',
			);
			expect(await hub.ledger.getOrderLog('ikas-tr', '1', 9)).toContainEqual(
				expect.objectContaining({ event: 'order_released', by: 'ops' }),
			);
		});

		test('say since when they are held and why no hub took them, and stay so while nothing is there', async () => {
			await hub.take(placed('1', { lines: [line('1', 'A', 99)] }));
			await hub.route();
			await hub.sql('UPDATE holds SET since = since - 3 * 3600000');
			const { page } = await get('?queue=holds');
			expect(page).toContain('istanbul: 99 of SKU &quot;A&quot; wanted, 10 free');
			expect(page).toMatch(/data-label="Held since"><time [^>]*>3 h ago</);
			await hub.sql("UPDATE orders SET hold_reason = 'require_manual_approval'");
			const answer = await confirmed('confirm=approve');
			expect(answer).toContain('<h1>Still on hold</h1>');
			expect(answer).toContain('was routed again and stays on hold: Insufficient Inventory.');
		});

		test('that somebody has let go meanwhile are not cancelled', async () => {
			await held('forceful_on_hold');
			const cancel = '?confirm=cancel&store=ikas-tr&order=1';
			const form = { confirmation: confirmationIn((await get(cancel)).page), reason: 'sold out' };
			await hub.ledger.releaseOrder('ikas-tr', '1');
			const answer = await post(form);
			expect([answer.status, answer.page.includes('is new_order, not on hold')]).toEqual([
				409,
				true,
			]);
			expect((await get(cancel)).status).toBe(404);
			expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({ status: 'new_order' });
		});

		test('are routed to the hub that was picked, one of those mapped', async () => {
			const nowhere = { ...always, latitude: null, longitude: null };
			await hub.ledger.saveHub({ code: 'izmir', name: 'İzmir', active: false, ...nowhere });
			await hub.settle({ hubMap: [...settings().hubMap, { location: 'loc-izm', hub: 'izmir' }] });
			const page = await held('not_able_to_route');
			expect([...page.matchAll(/<option value="(\w+)"/g)].map(([, code]) => code)).toEqual([
				'istanbul',
				'ankara',
			]);
			const asked = await get('?confirm=route&store=ikas-tr&order=1&hub=ankara');
			expect(asked.page).toContain('Ankara (ankara)');
			for (const other of ['izmir', 'adana'])
				expect((await get(`?confirm=route&store=ikas-tr&order=1&hub=${other}`)).status).toBe(404);
			expect(await confirmed('confirm=route&hub=ankara')).toContain('now at hub ankara.');
			expect(await hub.ledger.getOrderLog('ikas-tr', '1', 9)).toContainEqual(
				expect.objectContaining({ event: 'order_assigned', by: 'ops', detail: 'ankara' }),
			);
		});

		test('are cancelled with a reason, and the page says what the channel hears', async () => {
			await held('inventory_not_present');
			expect((await get('?confirm=cancel&store=ikas-tr&order=1')).page).toContain(
				'ikas is not told: cancel it there, too',
			);
			await hub.settle({
				workspaceStatusMap: [{ hubStatus: 'cancelled', channelStatus: 'CANCELLED' }],
			});
			const { page } = await get('?confirm=cancel&store=ikas-tr&order=1');
			expect(page).toContain('ikas is told: CANCELLED');
			expect(page).toContain('name="reason" required');
			expect(await confirmed('confirm=cancel', '  ')).toContain('the reason is blank');
			expect(await confirmed('confirm=cancel', 'sold out')).toContain('Order N1 is cancelled.');
			expect(await hub.ledger.getOrderLog('ikas-tr', '1', 9)).toContainEqual(
				expect.objectContaining({
					...{ event: 'order_cancelled', by: 'ops', detail: 'cancelled: sold out' },
				}),
			);
			expect(await hub.ledger.claimUpdates('ikas-tr', 5)).toMatchObject([
				{ update: { effect: 'cancel', reason: 'out_of_stock' } },
			]);
		});
	});

	describe('the returns', () => {
		beforeEach(async () => {
			await hub.take(placed('1', { hubStatus: 'delivered', location: 'loc-ist' }));
		});
		const confirmed = async (act: string, reason = '') => {
			const { page } = await get(`?confirm=${act}&return=R1`);
			return (await post({ confirmation: confirmationIn(page), reason })).page;
		};
		const onHand = async () =>
			(await hub.ledger.getStock('acme', 'A')).find((one) => one.hub === 'istanbul')?.onHand;

		test.each([
			['requested', 'A decision', ['approveReturn', 'rejectReturn']],
			['approved', 'Its return order', ['orderReturn']],
			['received', 'Quality control', ['passReturn', 'failReturn']],
		] as const)('that are %s wait for "%s", with its buttons', async (state, why, acts) => {
			await sendBack(hub.ledger, state);
			const { page } = await get('?queue=returns');
			expect(page).toContain(why);
			expect(page).toContain('2 × A');
			expect(page).toContain('too small');
			expect([...page.matchAll(/confirm=(\w+)/g)].map(([, act]) => act)).toEqual(acts);
			const others = ['approveReturn', 'orderReturn', 'passReturn'];
			for (const act of others.filter((one) => !acts.some((own) => own === one))) {
				expect((await get(`?confirm=${act}&return=R1`)).status).toBe(404);
			}
		});

		test('that wait are counted by store, and lead to their queue', async () => {
			const tile = (page: string) =>
				/<a class="(\w*)" href="([^"]*queue=returns)">\s*<b>(\d+)<\/b><span>returns</.exec(page);
			const counted = async (query: string) => (tile((await get(query)).page) ?? []).slice(1);
			expect(await counted('')).toEqual(['zero', '?queue=returns', '0']);
			await sendBack(hub.ledger, 'requested');
			expect(await counted('')).toEqual(['', '?queue=returns', '1']);
			expect((await get('')).page).toMatch(
				/"state note">1 return waiting<.*data-label="Returns">1</s,
			);
			const { page } = await get('?store=ikas-tr');
			expect(tile(page)?.slice(1)).toEqual(['', '?store=ikas-tr&amp;queue=returns', '1']);
			expect(page).toContain('confirm=approveReturn');
		});

		test('that are on their way wait for nobody', async () => {
			await sendBack(hub.ledger, 'ordered');
			expect((await get('')).page).toContain('data-label="Returns">0<');
			expect((await get('?queue=returns')).page).toContain('No return waits for a person.');
		});

		test('go from the decision to the stock, with the person in the order log', async () => {
			await sendBack(hub.ledger, 'requested');
			expect(await confirmed('approveReturn')).toContain(
				'39.98 TRY are to be paid back once it is there: the hub moves no money.',
			);
			expect(await confirmed('orderReturn')).toContain('is on its way to hub istanbul.');
			await hub.ledger.receiveReturn('R1');
			const before = (await onHand()) ?? 0;
			const { page } = await get('?confirm=passReturn&return=R1');
			const form = { confirmation: confirmationIn(page) };
			expect((await post(form)).page).toContain('2 units of it are stock of hub istanbul again.');
			expect((await post(form)).page).toContain('was done once');
			expect(await onHand()).toBe(before + 2);
			const log = await hub.ledger.getOrderLog('ikas-tr', '1', 9);
			expect(log.flatMap(({ event, by }) => (by === 'ops' ? [event] : []))).toEqual([
				...['return_approved', 'return_ordered', 'return_checked'],
			]);
		});

		test('are kept out of the stock where all is damaged', async () => {
			await sendBack(hub.ledger, 'received');
			const before = await onHand();
			expect(await confirmed('failReturn')).toContain('All of it is damaged, and none is stock.');
			expect(await onHand()).toBe(before);
		});

		test('are rejected with a reason', async () => {
			await sendBack(hub.ledger, 'requested');
			expect(await confirmed('rejectReturn', ' ')).toContain('it is not said why');
			expect(await confirmed('rejectReturn', 'worn')).toContain('Return R1 is rejected.');
			expect(await hub.ledger.getReturn('R1')).toMatchObject({ rejectedBecause: 'worn' });
		});
	});

	test('refuses what was not confirmed on a page of the same person', async () => {
		const exception = await excepted();
		const { page } = await get(`?confirm=dismiss&exception=${exception}`);
		const confirmation = confirmationIn(page);
		const forged = `${confirmation.slice(0, -1)}${confirmation.endsWith('A') ? 'B' : 'A'}`;
		for (const [given, who] of [
			[forged, ops],
			['1.', ops],
			['x', ops],
			[confirmation, eve],
		] as const) {
			const { status, page: answer } = await post({ confirmation: given, reason: 'r' }, who);
			expect([status, answer.includes('Nothing was done')]).toEqual([403, true]);
		}
		expect(await hub.sql('SELECT state FROM exceptions')).toEqual([{ state: 'open' }]);
	});

	test('refuses a page that was open for too long, and what was done by somebody else meanwhile', async () => {
		const exception = await excepted();
		const form = async () => ({
			confirmation: confirmationIn((await get(`?confirm=dismiss&exception=${exception}`)).page),
			reason: 'r',
		});
		const old = await form();
		await hub.sql('UPDATE confirmations SET asked_at = asked_at - 31 * 60000');
		expect(await post(old)).toMatchObject({ status: 409 });
		const late = await form();
		await hub.ledger.dismissException(exception, 'somebody else');
		const answer = await post(late);
		expect(answer.status).toBe(409);
		expect(answer.page).toContain('is dismissed already');
	});

	test('says when a catalog, or all stock, may be asked for again', async () => {
		await hub.settle({ inventorySync: true });
		const ask = async (query: string) => {
			const { page } = await get(`?confirm=sync&store=ikas-tr&${query}`);
			return (await post({ confirmation: confirmationIn(page) })).page;
		};
		for (const [query, limit] of [
			['kind=catalog', 'once in 30 minutes'],
			['kind=inventory&full=1', 'once in 60 minutes'],
		] as const) {
			expect(await ask(query)).toContain('is due now');
			const refusal = await ask(query);
			expect(refusal).toContain('Not started');
			expect(refusal).toContain(limit);
		}
		expect(await ask('kind=inventory')).toContain('is due now');
		expect((await get('?store=ikas-tr')).page).toContain('Start a full Inventory now');
	});

	test('keeps the secret of a page out of the ledger', async () => {
		const { page } = await get(`?confirm=dismiss&exception=${await excepted()}`);
		const [, secret = ''] = confirmationIn(page).split('.');
		expect(secret).toMatch(/^[\w-]{43}$/);
		expect(JSON.stringify(await hub.sql('SELECT * FROM confirmations'))).not.toContain(secret);
	});

	test('shows whatever text there is as text', async () => {
		await hub.ledger.saveSeller({ code: 'acme', name: nasty });
		await hub.sql(`UPDATE stores SET account = '${nasty.replaceAll("'", "''")}'`);
		await hub.ledger.importOrders('ikas-tr', [
			placed(nasty, { number: nasty, location: nasty }),
			placed('2', { number: nasty, lines: [line('1', nasty, 99)] }),
			placed('3', { number: nasty, hubStatus: null, statuses: [nasty] }),
			placed('4', { number: nasty, hubStatus: 'delivered', location: 'loc-ist' }),
		]);
		const code = nasty.slice(0, 60);
		await sendBack(hub.ledger, 'requested', { order: '4', code, reason: nasty });
		await hub.ledger.routeWaiting('ikas-tr', 5);
		const [store, text] = ['ikas-tr', encodeURIComponent(nasty)];
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 1);
		const pages = [
			...['', `?q=${text}`, `?store=${store}`, `?store=${text}`, `?queue=${text}`],
			`?confirm=rejectReturn&return=${encodeURIComponent(code)}`,
			...['exceptions', 'holds', 'parked', 'returns'].map(
				(queue) => `?queue=${queue}&store=${store}`,
			),
			...[`?confirm=cancel&store=${store}&order=2`, `?confirm=dismiss&exception=${exception?.id}`],
		];
		for (const query of pages) {
			const { page } = await get(query);
			expect([query, /<script|<img|onerror="/.test(page)]).toEqual([query, false]);
		}
		expect((await get(`?store=${store}`)).page).toContain('&quot;&gt;&lt;script&gt;alert(1)');
	});

	test('says on a page that the ledger does not answer', async () => {
		const nowhere = {
			...{ engine: 'postgres', host: '127.0.0.1', port: 1, database: 'x', user: 'x' },
			...{ password: 'secret-word', schema: 'x', ssl: 'disable' },
		};
		const lost = await serveSummary(credentialStore({ orderHubLedgerApi: nowhere }), [ops]);
		const response = await fetch(lost.url, { headers: as(ops) });
		const page = await response.text();
		await lost.close();
		expect([response.status, page.includes('The ledger does not answer')]).toEqual([503, true]);
		expect(page).not.toContain('secret-word');
	});

	test('asks for itself again once a minute where somebody wants it to', async () => {
		expect((await get('')).page).not.toContain('http-equiv="refresh"');
		const { page } = await get('?store=ikas-tr&live=1');
		expect(page).toContain('<meta http-equiv="refresh" content="60">');
		expect(page).toContain('href="?queue=exceptions&amp;live=1"');
		expect((await get(`?confirm=sync&store=ikas-tr&kind=orders&live=1`)).page).not.toContain(
			'http-equiv="refresh"',
		);
	});
});
