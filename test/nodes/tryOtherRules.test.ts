import type { Browser } from 'playwright-core';
import { escaped } from '../../nodes/shared/escaped';
import { openChromium } from '../support/chromium';
import { openHub, type HubNodes } from '../support/hubNodes';
import { placedAgo } from '../support/replaying';
import { serveSummary, type SummaryServer } from '../support/summaryServer';

const ops = { username: 'ops', password: 'a long password' };
const eve = { username: 'eve', password: 'another password' };
const nasty = `"><script>document.title='taken'</script></textarea>`;
const nearest = '[{ "name": "near", "strategy": "nearest" }]';

describe('the page on which other rules are tried', () => {
	let hub: HubNodes;
	let server: SummaryServer;
	let browser: Browser;
	beforeAll(async () => {
		browser = await openChromium();
	});
	afterAll(() => browser.close());
	beforeEach(async () => {
		hub = await openHub();
		server = await serveSummary(hub.credentials, [ops, eve]);
		await hub.take(placedAgo('1', 30), placedAgo('2', 20, { number: nasty }));
		await hub.route();
	});
	afterEach(async () => {
		await server.close();
		await hub.close();
	});

	const at = '?store=ikas-tr&try=1';
	const as = ({ username, password }: typeof ops) => ({
		authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
	});
	const get = async (query: string, who = ops) => {
		const response = await fetch(`${server.url}${query}`, { headers: as(who) });
		return { status: response.status, page: await response.text() };
	};
	const tokenOf = async (who = ops) =>
		/name="try" value="([^"]+)"/.exec((await get(at, who)).page)?.[1] ?? '';
	const send = async (form: Record<string, string>, who = ops) => {
		const typed = { rules: nearest, days: '7', stores: 'one', stock: 'replayed' };
		const body = new URLSearchParams({ try: await tokenOf(), ...typed, ...form });
		const response = await fetch(`${server.url}${at}`, { method: 'POST', headers: as(who), body });
		return { status: response.status, page: await response.text() };
	};

	test('begins with the rules in force, or with a saved version', async () => {
		expect((await fetch(`${server.url}${at}`)).status).toBe(401);
		expect((await get('?store=ikas-tr')).page).toContain(`href="${at.replace('&', '&amp;')}"`);
		expect(await get(at)).toMatchObject({
			status: 200,
			page: expect.stringContaining('&quot;priority&quot;'),
		});
		expect((await get(`${at}&rules=nearest%401`)).page).toContain(
			'&quot;strategy&quot;: &quot;nearest&quot;',
		);
		expect(await get('?store=x&try=1')).toMatchObject({ status: 404 });
		expect(await get(`${at}&rules=nearest%409`)).toMatchObject({ status: 404 });
	});

	test('takes no form of another site, nor of another person', async () => {
		for (const form of [{ try: 'forged' }, { try: await tokenOf(eve) }]) {
			expect(await send(form)).toMatchObject({
				status: 403,
				page: expect.stringContaining('not sent from a page'),
			});
		}
		expect(await send({})).toMatchObject({ status: 200 });
	});

	test.each([
		['[{ "name": "near" ', /The rules are no JSON: .*position/],
		['[{ "name": "near" }]', /Rules cannot be read\. 0: strategy/],
		['[]', /There is no rule/],
		[nasty, /The rules are no JSON/],
	])('keeps what was typed and says what is wrong with %s', async (rules, why) => {
		const { status, page } = await send({ rules });
		expect(status).toBe(422);
		expect(page).toMatch(why);
		expect(page).toContain(escaped(rules));
		expect(page).not.toContain('<script');
	});

	test('compares the orders of all stores, and leaves nothing behind', async () => {
		const before = await hub.sql('SELECT * FROM confirmations');
		const { page } = await send({ stores: 'all', stock: 'unlimited', days: '31' });
		expect(page).toContain('<b>2 of 2 orders</b> would be shipped otherwise');
		expect(page).toContain('Any number of everything');
		expect(page).not.toContain('<script');
		expect(await hub.sql('SELECT * FROM confirmations')).toEqual(before);
	});

	test('compares in Chromium, on a phone in the dark', async () => {
		const options = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } as const;
		const context = await browser.newContext({ httpCredentials: ops, ...options });
		const page = await context.newPage();
		await page.goto(`${server.url}?store=ikas-tr`);
		await page.getByRole('link', { name: 'Try other rules' }).click();
		await page.getByLabel('Rules, as a list').fill(nearest);
		await page.getByRole('button', { name: 'Compare' }).click();
		await page.getByText('2 of 2 orders').waitFor();
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
		expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
			'rgb(18, 21, 24)',
		);
		expect(await page.title()).not.toContain('taken');
		expect(await page.locator('svg.bar').count()).toBe(4);
		await page.getByLabel('Rules, as a list').fill('[]');
		await page.getByRole('button', { name: 'Compare' }).click();
		await page.getByText('There is no rule').waitFor();
		expect(await page.getByLabel('Rules, as a list').inputValue()).toBe('[]');
		await context.close();
	});
});
