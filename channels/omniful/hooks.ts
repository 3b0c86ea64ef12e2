import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { rowsOrNone, sound, text, textOrNull } from '../fields';
import { ask } from './answer';
import { putWebhooks, webhooks } from './requests';
import type { OmnifulHook } from './types';

/** Whom Omniful tells of a topic: one address each. */
export interface Hook {
	readonly topic: string;
	readonly url: string;
	readonly isEnabled: boolean;
}

/** What is set for each topic. */
export async function hooks(http: Http): Promise<readonly Hook[]> {
	const { from } = await ask<readonly OmnifulHook[] | null>(http, webhooks(), 'the webhooks');
	const found = rowsOrNone(from, 'data').map((row) => ({
		topic: text(row, 'topic'),
		url: textOrNull(row, 'webhook_url') ?? '',
		isEnabled: row.fields.is_enable === true,
	}));
	sound('omniful', from);
	return found;
}

const inWords = (url: string) => URL.parse(url)?.host ?? 'another address';

/** Has Omniful tell the address of these topics and of no other. One that somebody else is told of is not taken away. */
export async function listen(http: Http, url: string, topics: readonly string[]): Promise<void> {
	const had = await hooks(http);
	const taken = had.find(
		(one) => topics.includes(one.topic) && one.isEnabled && one.url !== '' && one.url !== url,
	);
	if (taken !== undefined) {
		throw refused(
			`omniful: tells ${taken.topic} to ${inWords(taken.url)} already, and each topic to one address only. Stop that first: unpublish the other workflow, or switch the topic off in Omniful.`,
		);
	}
	const isOn = (topic: string) =>
		had.some((one) => one.topic === topic && one.isEnabled && one.url === url);
	const wanted = topics.filter((topic) => !isOn(topic));
	const unwanted = had.filter(
		(one) => one.url === url && one.isEnabled && !topics.includes(one.topic),
	);
	await put(http, [
		...wanted.map((topic) => ({ topic, url, isEnabled: true })),
		...unwanted.map((one) => ({ ...one, isEnabled: false })),
	]);
}

/** Has Omniful tell the address of nothing more. */
export const stopListening = async (http: Http, url: string): Promise<void> =>
	await listen(http, url, []);

async function put(http: Http, wanted: readonly Hook[]): Promise<void> {
	if (wanted.length === 0) return;
	const rows = wanted.map(({ topic, url, isEnabled }) => ({
		...{ topic, webhook_url: url, is_enable: isEnabled, custom_headers: [] },
	}));
	await ask(http, putWebhooks(rows), 'to set the webhooks');
}
