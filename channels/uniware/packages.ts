import { refused } from '../../domain/failure';
import type { Http, HttpRequest } from '../connector';
import { rows, sound, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask, attempt, fileOf } from './answer';
import type { Answer } from './answer';
import { refusalOf } from './refusal';
import { rowsPerCall } from './requests';
import {
	allocateCourier,
	dispatch,
	existingLabel,
	forceDispatch,
	invoiceAndLabel,
	invoiceFile,
	packages,
} from './shippingRequests';
import type { Courier, PackageFilter } from './shippingRequests';
import type { UniwarePackage } from './types';

/** A package of Uniware, as people see it. */
export interface ShippingPackage {
	readonly package: string;
	readonly order: string | null;
	readonly status: string;
	readonly carrier: string | null;
	readonly tracking: string | null;
	readonly trackingUrl: string | null;
	readonly invoice: string | null;
	readonly manifest: string | null;
}

/** Those of one facility. */
export async function packagesIn(
	http: Http,
	facility: string,
	filter: PackageFilter,
): Promise<readonly ShippingPackage[]> {
	const found: ShippingPackage[] = [];
	for (let isLast = false; !isLast; ) {
		const request = packages(filter, found.length, facility);
		const { from } = await ask(http, request, `the packages of facility ${facility}`);
		const page = rows(from, 'elements').map(packageIn);
		sound('uniware', from);
		found.push(...page);
		isLast = page.length < rowsPerCall.packages;
	}
	return found;
}

const packageIn = (from: Reading<UniwarePackage>): ShippingPackage => ({
	package: text(from, 'code'),
	order: textOrNull(from, 'saleOrderCode'),
	status: text(from, 'status'),
	carrier: textOrNull(from, 'shippingProvider'),
	tracking: textOrNull(from, 'trackingNumber'),
	trackingUrl: textOrNull(from, 'trackingLink'),
	invoice: textOrNull(from, 'invoiceCode'),
	manifest: textOrNull(from, 'shippingManifestCode'),
});

/** Invoice and label of a package; `label` are the bytes of a PDF as base64. */
export interface Papers {
	readonly invoice: string | null;
	readonly label: string | null;
}

/** Names of a refusal that say that the package is further on: then it has both already. */
const further = ['INVALID_PACKAGE_STATE', 'INVALID_SHIPPING_PACKAGE_STATE'];

/** Makes invoice and label, or gives those that there are. */
export async function createPapers(http: Http, code: string, facility: string): Promise<Papers> {
	const what = `invoice and label of package ${code}`;
	const answer = await attempt(http, invoiceAndLabel(code, facility), what);
	if (!('name' in answer)) return papersIn(answer);
	if (further.includes(answer.name)) return await papersOf(http, code, facility);
	throw refusalOf(answer, what);
}

export const papersOf = async (http: Http, code: string, facility: string): Promise<Papers> =>
	papersIn(await ask(http, existingLabel(code, facility), `the label of package ${code}`));

function papersIn({ from }: Answer): Papers {
	const papers = {
		invoice: textOrNull(from, 'invoiceCode') || null,
		label: textOrNull(from, 'label') || null,
	};
	sound('uniware', from);
	return papers;
}

/** The PDF as base64. */
export async function invoiceOf(http: Http, code: string, facility: string): Promise<string> {
	const { invoice } = await papersOf(http, code, facility);
	if (invoice === null) {
		throw refused(`uniware: package ${code} has no invoice yet. Create its label first.`);
	}
	return fileOf(await http(invoiceFile(invoice)), `invoice ${invoice}`);
}

/** Says that the package has left, once. */
export const dispatchPackage = (http: Http, code: string, facility: string) =>
	leave(http, dispatch(code, facility), { code, facility });

/** The same from any step before it, with another courier or number where one is given. */
export const dispatchByForce = (http: Http, code: string, facility: string, courier: Courier) =>
	leave(http, forceDispatch(code, courier, facility), { code, facility });

async function leave(
	http: Http,
	request: HttpRequest,
	{ code, facility }: { readonly code: string; readonly facility: string },
): Promise<'sent' | 'already'> {
	const what = `the dispatch of package ${code}`;
	const answer = await attempt(http, request, what);
	if (!('name' in answer)) return 'sent';
	if (further.includes(answer.name) && (await hasGone(http, code, facility))) return 'already';
	throw refusalOf(answer, what);
}

/** Which courier takes the package, and by which number. */
export async function giveCourier(
	http: Http,
	code: string,
	facility: string,
	courier: Courier,
): Promise<void> {
	await ask(http, allocateCourier(code, courier, facility), `the courier of package ${code}`);
}

const gone: readonly string[] = ['DISPATCHED', 'SHIPPED', 'DELIVERED'];

export async function hasGone(http: Http, code: string, facility: string): Promise<boolean> {
	const request = packages({ package: code }, 0, facility);
	const { from } = await ask(http, request, `package ${code}`);
	const [found] = rows(from, 'elements').map(packageIn);
	sound('uniware', from);
	return found !== undefined && gone.includes(found.status);
}
