import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Without these it calls home, which a closed network refuses, many times. */
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The Chromium of this machine, without a window. */
export async function openChromium(): Promise<Browser> {
	const executablePath = places.map((name) => `/usr/bin/${name}`).find((file) => existsSync(file));
	if (executablePath === undefined) {
		throw new Error(
			'These tests look at pages in Chromium, and there is none. Install it, such as with "apt-get install chromium".',
		);
	}
	return await chromium.launch({ executablePath, args: quiet });
}
