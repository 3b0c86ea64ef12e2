import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { openIkas } from './ikas/openIkas';
import { siteOf, type Site } from './site';
import { openStage } from './stage';
import { root } from './template';

/** Quiet flags: without them Chromium calls home, which a closed network refuses, many times. */
const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** What lies over or beside the canvas and is not the workflow. */
const clutter = `
	aside, #sidebar, header, [data-test-id="main-header"], [data-test-id="canvas-controls"],
	[data-test-id="canvas-minimap"], [data-test-id="logs-overview"], [data-test-id="canvas-chat"],
	[data-test-id="node-creator-plus-button"], [data-test-id="canvas-add-button"], [data-test-id="logs-panel"],
	[data-test-id="execute-workflow-button"], [data-test-id="ask-assistant-floating-button"],
	[data-reka-popper-content-wrapper], [class*="nodeButtonsWrapper"], [class*="executionButtons"],
	.el-notification, .vue-flow__minimap, .vue-flow__controls, .vue-flow__panel { display: none !important; }
`;

/** Takes the picture of a template, as the running editor shows it. */
async function picture(site: Site, template: string, file: string): Promise<void> {
	const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
	try {
		const context = await browser.newContext({
			viewport: { width: 1600, height: 760 },
			deviceScaleFactor: 1.25,
		});
		await context.addCookies(
			site.editor.cookie.split('; ').map((pair) => {
				const [name = '', ...value] = pair.split('=');
				return { name, value: value.join('='), url: site.n8n.url };
			}),
		);
		const page = await context.newPage();
		await page.goto(`${site.n8n.url}/workflow/${site.workflow(template)}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor({ timeout: 60_000 });
		await page.addStyleTag({ content: clutter });
		await page.keyboard.press('Escape');
		// The editor's own key for "zoom to fit".
		await page.keyboard.press('1');
		await page.waitForTimeout(1500);
		await page.screenshot({ path: file });
	} finally {
		await browser.close();
	}
}

async function main(): Promise<void> {
	const ikas = await openIkas(1);
	const stage = await openStage((line) => process.stdout.write(`${line}\n`), [ikas]);
	const site = siteOf(stage, ikas);
	for (const [template = '', file = ''] of process.argv.slice(2).map((one) => one.split('=')))
		await picture(site, template, join(root, file));
	await stage.close();
}

void main();
