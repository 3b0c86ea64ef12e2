import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openChromium } from '../support/chromium';
import { openHub, store, type HubNodes } from '../support/hubNodes';
import { draft } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { sendBack } from '../support/returning';
import { serveSummary, type SummaryServer } from '../support/summaryServer';

const ops = { username: 'ops', password: 'a long password' };
const nasty = `"><script>document.title='taken'</script><img src=x onerror="document.title='taken'">`;

describe('the channel summary in Chromium, in the sandbox that n8n puts around it', () => {
	let browser: Browser;
	let hub: HubNodes;
	let server: SummaryServer;
	const open: Page[] = [];
	beforeAll(async () => {
		browser = await openChromium();
	});
	afterAll(() => browser.close());
	beforeEach(async () => {
		hub = await openHub();
		server = await serveSummary(hub.credentials, [ops]);
	});
	afterEach(async () => {
		for (const page of open.splice(0)) await page.context().close();
		await server.close();
		await hub.close();
	});

	/** A visitor who has signed in at the browser's own prompt. */
	async function visit(query = '', options: BrowserContextOptions = {}): Promise<Page> {
		const context = await browser.newContext({ httpCredentials: ops, ...options });
		const page = await context.newPage();
		open.push(page);
		await page.goto(`${server.url}${query}`);
		return page;
	}
	const exceptions = (count: number) =>
		hub.take(...Array.from({ length: count }, (_, at) => placed(`${at}`, { location: `x${at}` })));
	const background = (page: Page) =>
		page.evaluate('getComputedStyle(document.body).backgroundColor');

	test('is a page without an origin, with its own style and nothing that runs', async () => {
		await hub.ledger.saveSeller({ code: 'acme', name: nasty });
		await hub.take(placed(nasty, { number: nasty, location: nasty }));
		await hub.take(placed('2', { number: nasty, lines: [line('1', nasty, 99)] }));
		await hub.route();
		const page = await visit();
		for (const query of ['?store=ikas-tr', '?queue=exceptions']) {
			await page.goto(`${server.url}${query}`);
			expect(await page.evaluate('self.origin')).toBe('null');
			expect(await background(page)).toBe('rgb(245, 244, 240)');
			expect(await page.title()).not.toContain('taken');
			expect(await page.locator('script, img').count()).toBe(0);
		}
		expect(await page.locator('td', { hasText: '<script>' }).count()).toBe(1);
		// What somebody managed to bring in would not run either.
		await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(nasty)})`);
		expect(await page.title()).not.toContain('taken');
	});

	test('goes from all stores to one, to an exception, and dismisses it with a reason', async () => {
		await exceptions(1);
		const page = await visit();
		await page.getByRole('link', { name: 'ikas-tr' }).click();
		await page.getByRole('link', { name: 'Dismiss' }).click();
		await page.getByRole('button', { name: 'Dismiss it' }).click();
		// The reason is required: the browser itself stays on the page.
		expect(await page.getByRole('button', { name: 'Dismiss it' }).count()).toBe(1);
		await page.getByRole('textbox').fill('Nobody wants it');
		await page.getByRole('button', { name: 'Dismiss it' }).click();
		await page.getByRole('heading', { name: 'Dismissed' }).waitFor();
		expect(
			await hub.sql('SELECT state, dismissed_because, person FROM exceptions, confirmations'),
		).toEqual([{ state: 'dismissed', dismissed_because: 'Nobody wants it', person: 'ops' }]);
		await page.getByRole('link', { name: 'Its exceptions' }).click();
		await page.getByText('Nothing needs a person.').waitFor();
	});

	test('a button that is pressed twice, or sent again by a reload, does it once', async () => {
		await hub.take(placed('1'));
		await hub.sql("UPDATE orders SET status = 'on_hold', hold_reason = 'forceful_on_hold'");
		const page = await visit('?queue=holds');
		await page.getByRole('link', { name: 'Release' }).click();
		await page.getByRole('button', { name: 'Release it' }).dblclick();
		await page.getByRole('heading', { name: 'Released' }).waitFor();
		await page.getByText('Order N1 is Ready for Picking now at hub istanbul.').waitFor();
		await page.reload();
		await page.getByText('was done once').waitFor();
		expect(await hub.sql('SELECT SUM(quantity) AS n FROM reservations')).toEqual([{ n: 2 }]);
		expect(await hub.sql("SELECT COUNT(*) AS n FROM events WHERE type = 'order_assigned'")).toEqual(
			[{ n: 1 }],
		);
	});

	test('lets a return come back, and takes it in as damaged', async () => {
		await hub.take(placed('1', { hubStatus: 'delivered', location: 'loc-ist' }));
		await sendBack(hub.ledger, 'requested');
		const page = await visit();
		await page.getByRole('link', { name: 'Returns', exact: true }).click();
		await page.getByRole('link', { name: 'Approve' }).click();
		await page.getByRole('button', { name: 'Approve it' }).click();
		await page.getByRole('heading', { name: 'Approved' }).waitFor();
		await page.getByRole('link', { name: 'Its returns' }).click();
		await page.getByRole('link', { name: 'Return order' }).click();
		await page.getByRole('button', { name: 'Create it' }).click();
		await page.getByRole('heading', { name: 'On its way' }).waitFor();
		await hub.ledger.receiveReturn('R1');
		await page.getByRole('link', { name: 'Its returns' }).click();
		await page.getByRole('link', { name: 'All failed' }).click();
		await page.getByRole('button', { name: 'Keep it out' }).dblclick();
		await page.getByRole('heading', { name: 'Kept out' }).waitFor();
		expect(await hub.ledger.getReturn('R1')).toMatchObject({ lines: [{ failed: 2 }] });
	});

	test('starts a sync, and says why one does not start', async () => {
		const begin = () =>
			hub.run('orderHub', 'sync:begin', { parameters: { ...store, kind: 'orders' } });
		const [runs = []] = await begin();
		await hub.run('orderHub', 'sync:end', { items: runs });
		expect((await begin())[0]).toEqual([]);
		const page = await visit('?store=ikas-tr');
		await page.getByRole('link', { name: 'Start Orders now' }).click();
		await page.getByRole('button', { name: 'Start it' }).click();
		await page.getByRole('heading', { name: 'Started', exact: true }).waitFor();
		const other = await visit('?confirm=sync&store=ikas-tr&kind=orders');
		expect((await begin())[0]).toHaveLength(1);
		await other.getByRole('button', { name: 'Start it' }).click();
		await other.getByRole('heading', { name: 'Not started' }).waitFor();
		await other.getByText('Another execution syncs this store.').waitFor();
	});

	test('retries an exception', async () => {
		await exceptions(1);
		const page = await visit('?queue=exceptions');
		await page.getByRole('link', { name: 'Retry' }).click();
		await page.getByRole('button', { name: 'Retry it' }).click();
		await page.getByRole('heading', { name: 'Not mended yet' }).waitFor();
	});

	test('a form of another site is refused, though the browser sends name and password', async () => {
		await exceptions(1);
		const page = await visit();
		const asked = page.waitForRequest((request) => request.method() === 'POST');
		await page.setContent(
			`<form method="post" action="${server.url}"><input name="confirmation" value="1.forged"><input name="reason" value="r"><button>Win</button></form>`,
		);
		await page.getByRole('button').click();
		await page.getByRole('heading', { name: 'Not confirmed' }).waitFor();
		expect(await (await asked).allHeaders()).toMatchObject({
			authorization: expect.stringMatching(/^Basic /),
		});
		expect(await hub.sql('SELECT state FROM exceptions')).toEqual([{ state: 'open' }]);
	});

	test('finds a store', async () => {
		await hub.ledger.saveStore(draft({ code: 'ikas-de', account: 'm2' }));
		const page = await visit();
		await page.getByRole('searchbox').fill('-de');
		await page.getByRole('button', { name: 'Show' }).click();
		await page.getByRole('link', { name: 'Show all' }).waitFor();
		expect(await page.locator('tbody tr').count()).toBe(1);
	});

	test('turns the pages of a queue', async () => {
		await exceptions(30);
		const page = await visit('?queue=exceptions&store=ikas-tr');
		expect(await page.locator('tbody tr').count()).toBe(25);
		await page.getByRole('link', { name: 'The next ones' }).click();
		await page.getByRole('link', { name: 'The first ones' }).waitFor();
		expect(await page.locator('tbody tr').count()).toBe(5);
	});

	test('fits a phone: nothing is wider than it, also long words', async () => {
		const long = 'W'.repeat(300);
		await hub.sql(`UPDATE stores SET account = '${long}'`);
		await hub.take(
			placed(long, { number: long, location: long }),
			placed('2', { number: long, lines: [line('1', 'A', 99)] }),
			placed('3', { number: long, hubStatus: null, statuses: [long] }),
			placed('4', { number: long, hubStatus: 'delivered', location: 'loc-ist' }),
		);
		const code = 'W'.repeat(60);
		await sendBack(hub.ledger, 'requested', { order: '4', code, reason: long });
		await hub.route();
		const page = await visit('', { viewport: { width: 360, height: 740 } });
		for (const query of [
			...['?store=ikas-tr', '?queue=exceptions', '?queue=holds', '?queue=parked'],
			...['?confirm=dismiss&exception=1', `?store=${long}`, '?queue=returns'],
			`?confirm=rejectReturn&return=${code}`,
		]) {
			await page.goto(`${server.url}${query}`);
			const width = await page.evaluate('document.documentElement.scrollWidth');
			expect([query.slice(0, 40), width]).toEqual([query.slice(0, 40), 360]);
		}
	});

	test('is dark where the visitor wants it dark', async () => {
		const page = await visit('?store=ikas-tr', { colorScheme: 'dark' });
		expect(await background(page)).toBe('rgb(18, 21, 24)');
	});
});
