import { Failure, refused } from '../../domain/failure';
import { bodyOf, failureOf } from '../bodyOf';
import { clockOf } from '../clockOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import { isFields } from '../fields';
import type { Fields } from '../fields';
import { quoted } from '../quoted';
import { throttledMs } from './throttling';
import type { ShopifyFault } from './types';

/** `faults`: why parts of what was asked are not among the data. */
export interface Answer {
	readonly data: Fields;
	readonly faults: readonly ShopifyFault[];
	/** Shopify's clock in epoch ms, or null where it did not say. */
	readonly clock: number | null;
}

/** What Shopify says by the status alone (reference/shopify.md 5). */
const stops: Readonly<Record<number, string>> = {
	402: 'the store is frozen until its bill is paid. Look at it in the Shopify admin',
	404: 'there is no such store, or it does not have this version of the API. Check the shop domain in the credential',
	423: 'the store is locked. Look at it in the Shopify admin',
	430: 'it has blocked the call as suspicious. Wait, and ask the support of Shopify if it stays so',
};

/** Asks, with a fresh login when Shopify wants one, once. Part of an answer is none. */
export async function ask(http: Http, request: HttpRequest): Promise<Answer> {
	const answer = await askInPart(http, request);
	const [fault] = answer.faults;
	if (fault !== undefined) throw refusalOf(fault);
	return answer;
}

/** The same where the caller can do with part of an answer. What is wrong with the call as a whole is thrown. */
export async function askInPart(http: Http, request: HttpRequest): Promise<Answer> {
	const first = await http(request);
	return answerOf(first.status === 401 ? await http({ ...request, freshLogin: true }) : first);
}

function answerOf(response: HttpResponse): Answer {
	const stop = stops[response.status];
	if (stop !== undefined) throw refused(`shopify: ${stop} (status ${response.status}).`);
	const failure = failureOf('shopify', response);
	if (failure !== null) throw failure;
	const { data, errors } = bodyOf('shopify', response);
	const faults = faultsIn(errors);
	for (const fault of faults) throwIfWhole(fault, response);
	if (isFields(data)) return { data, faults, clock: clockOf(response) };
	const [fault] = faults;
	throw fault === undefined ? noData() : refusalOf(fault);
}

function faultsIn(errors: unknown): readonly ShopifyFault[] {
	if (typeof errors === 'string') return [{ message: quoted(errors), code: null, access: null }];
	const list: readonly unknown[] = Array.isArray(errors) ? errors : [];
	return list.map((error) => {
		const { message, extensions } = isFields(error) ? error : {};
		const { code, requiredAccess } = isFields(extensions) ? extensions : {};
		return {
			message: typeof message === 'string' ? quoted(message) : 'no reason given',
			code: typeof code === 'string' ? quoted(code) : null,
			access: typeof requiredAccess === 'string' ? quoted(requiredAccess) : null,
		};
	});
}

/** Codes that say nothing about what was asked for. */
function throwIfWhole(fault: ShopifyFault, { body }: HttpResponse): void {
	const { code, message, access } = fault;
	if (code === 'THROTTLED') {
		const waitMs = throttledMs(body);
		throw new Failure('rateLimited', `shopify: too many points. ${inSeconds(waitMs)}`, waitMs);
	}
	if (code === 'INTERNAL_SERVER_ERROR') {
		throw new Failure('unavailable', `shopify: broke down (${message}). Try again later.`);
	}
	if (code === 'ACCESS_DENIED') {
		throw new Failure(
			'unauthorised',
			`shopify: the app lacks an access scope (${access ?? message}). Grant it to the app and install it in the store again.`,
		);
	}
	if (code === 'SHOP_INACTIVE') throw refused(`shopify: the store is not active (${message}).`);
	if (code === 'MAX_COST_EXCEEDED') {
		throw refused(`shopify: more was asked for at once than it allows (${message}).`);
	}
}

const inSeconds = (ms: number) => `Wait ${Math.ceil(ms / 1_000)} s.`;

const refusalOf = ({ code, message }: ShopifyFault) =>
	refused(
		`shopify: refused the call (${code === null ? '' : `${code}: `}${message}). It is not asked again unchanged.`,
	);

const noData = () =>
	new Failure(
		'malformed',
		'shopify: answered without data. Try again; check the shop domain if it stays so.',
	);
