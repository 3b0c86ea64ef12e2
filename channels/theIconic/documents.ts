import type { Label } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { Http } from '../connector';
import { reading, sound } from '../fields';
import { ask, fieldsOf } from './answer';
import * as requests from './requests';
import type { IconicExport, IconicFile } from './types';
import { isId, word } from './values';

/** What the node prints, and what the channel calls it. */
const documentTypes = { label: 'shippingLabel', invoice: 'invoice' } as const;
export type DocumentKind = keyof typeof documentTypes;

export interface DocumentOf {
	/** The channel's id of the order. */
	readonly order: string;
	/** Ids of items, such as those of one parcel; none for all of the order. */
	readonly items?: readonly string[];
}

/** Each of them is answered when the file is there, or after half a minute. */
const mostLooks = 3;

const pdf = /^%PDF-/;

/** The label or the invoice of an order, or of some of its items, as a PDF. `unavailable` where it is not made yet. */
export async function documentOf(http: Http, kind: DocumentKind, of: DocumentOf): Promise<Label> {
	const { order, items = [] } = of;
	const what = `the ${kind} of order ${order}`;
	if (![order, ...items].every(isId)) {
		throw refused(`theIconic: orders and items have numbers as IDs. Give those for ${what}.`);
	}
	const those =
		items.length === 0 ? { orderIds: [Number(order)] } : { orderItemIds: items.map(Number) };
	const request = requests.exportDocument(documentTypes[kind], those);
	const from = reading<IconicExport>(fieldsOf(await ask(http, request, what)));
	const uuid = word(from, 'uuid');
	sound('theIconic', from);
	await waitFor(http, uuid, what);
	return await fileOf(http, uuid, what);
}

const atWork = ['QUEUED', 'PENDING', 'PROCESSING'];
const laterMs = 60_000;

async function waitFor(http: Http, uuid: string, what: string): Promise<void> {
	const path = encodeURIComponent(uuid);
	for (let look = 1; look <= mostLooks; look++) {
		const answer = await ask(http, requests.fileStatus(path), what);
		const from = reading<IconicFile>(fieldsOf(answer));
		const status = word(from, 'processStatus').toUpperCase();
		sound('theIconic', from);
		if (status === 'FINISHED') return;
		if (!atWork.includes(status)) throw notMade(what, status);
	}
	throw new Failure(
		'unavailable',
		`theIconic: The Iconic is still making ${what}. Try again in a minute.`,
		laterMs,
	);
}

async function fileOf(http: Http, uuid: string, what: string): Promise<Label> {
	const { response } = await ask(http, requests.file(encodeURIComponent(uuid)), what);
	const { body } = response;
	const isPdf =
		typeof body === 'string' &&
		pdf.test(Buffer.from(body.slice(0, 12), 'base64').toString('latin1'));
	if (isPdf) return { mimeType: 'application/pdf', base64: body };
	throw new Failure('malformed', `theIconic: answered ${what} with no PDF. Try again later.`);
}

const notMade = (what: string, status: string) =>
	refused(`theIconic: The Iconic could not make ${what} (${status}). Look in Seller Center.`);
