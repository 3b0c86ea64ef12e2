import type { Label } from '../../domain/channelUpdate';
import { Failure } from '../../domain/failure';
import type { Http } from '../connector';
import { attemptFile } from './answer';
import { refusalOf } from './refusals';
import { fetchLabel } from './requests';
import type { LabelName } from './requests';

const notFound = 404;

/** The label of a shipment, or null where Babyshop has not made it yet: asked for in both spellings of its name. */
export async function labelOf(http: Http, invoice: string): Promise<Label | null> {
	const [first] = await Promise.allSettled([labelNamed(http, invoice, 'ShippingLabel')]);
	if (first.status === 'fulfilled' && first.value !== null) return first.value;
	if (first.status === 'rejected' && !isMalformed(first.reason)) throw first.reason;
	return await labelNamed(http, invoice, 'shippingLabel');
}

async function labelNamed(http: Http, invoice: string, name: LabelName): Promise<Label | null> {
	const what = `the label of shipment ${invoice}`;
	const answer = await attemptFile(http, fetchLabel(invoice, name), what);
	if (!('refusal' in answer)) return { mimeType: 'application/pdf', base64: answer.base64 };
	if (answer.refusal.code !== notFound) throw refusalOf(answer.refusal);
	return null;
}

const isMalformed = (reason: unknown): boolean =>
	reason instanceof Failure && reason.kind === 'malformed';
