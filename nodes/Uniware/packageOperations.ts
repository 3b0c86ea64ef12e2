import type { IExecuteFunctions } from 'n8n-workflow';
import {
	createPapers,
	dispatchByForce,
	dispatchPackage,
	giveCourier,
	invoiceOf,
	packagesIn,
	papersOf,
} from '../../channels/uniware/packages';
import { refused } from '../../domain/failure';
import { inQuota } from '../channel/inQuota';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { rehearsed } from '../shared/notSent';
import { text } from '../shared/parameters';
import { many, one } from '../shared/row';
import type { Row } from '../shared/row';
import { access } from './access';
import { acting } from './acting';

const packageOf = (context: IExecuteFunctions, item: number) => ({
	code: text(context, 'packageCode', item),
	facility: text(context, 'facility', item),
});

export const packages = eachItem(async (context, item) => {
	const facility = text(context, 'facility', item);
	const filter = {
		order: text(context, 'filters.order', item) || undefined,
		status: text(context, 'filters.status', item) || undefined,
	};
	const found = await inQuota(context, access, (http) => packagesIn(http, facility, filter));
	return many(found.map((one) => ({ facility, ...one })));
});

/** Makes what there is not yet; a repetition gives the same again. */
export const createLabel = eachItem(async (context, item) => {
	const { code, facility } = packageOf(context, item);
	const isTried = isDryRun(context, item);
	const making = inQuota(context, access, (http) => createPapers(http, code, facility), {
		isDryRun: isTried,
	});
	if (isTried) return one({ package: code, facility, ...(await rehearsed(making)) });
	const { invoice, label } = await making;
	return await printed(context, item, { code, facility, invoice, label, kind: 'label' });
});

export const getLabel = eachItem(async (context, item) => {
	const { code, facility } = packageOf(context, item);
	const papers = await inQuota(context, access, (http) => papersOf(http, code, facility));
	return await printed(context, item, { code, facility, ...papers, kind: 'label' });
});

export const getInvoice = eachItem(async (context, item) => {
	const { code, facility } = packageOf(context, item);
	const label = await inQuota(context, access, (http) => invoiceOf(http, code, facility));
	return await printed(context, item, { code, facility, label, kind: 'invoice' });
});

interface Printed {
	readonly code: string;
	readonly facility: string;
	readonly invoice?: string | null;
	/** The bytes of a PDF as base64. */
	readonly label: string | null;
	readonly kind: 'label' | 'invoice';
}

async function printed(
	context: IExecuteFunctions,
	item: number,
	{ code, facility, label, kind, ...more }: Printed,
): Promise<readonly Row[]> {
	if (label === null) {
		throw refused(`Uniware: package ${code} has no ${kind} yet. Create it first.`);
	}
	const fileName = `${code}-${kind}.pdf`;
	const mimeType = 'application/pdf';
	const bytes = Buffer.from(label, 'base64');
	const file = await context.helpers.prepareBinaryData(bytes, fileName, mimeType);
	const field = text(context, 'binaryPropertyName', item) || 'data';
	const json = { package: code, facility, ...more, fileName, mimeType };
	return [{ json, binary: { [field]: file } }];
}

const courierOf = (context: IExecuteFunctions, item: number) => ({
	provider: text(context, 'courier', item),
	tracking: text(context, 'trackingNumber', item),
});

export const allocateCourier = acting((context, item) => {
	const { code, facility } = packageOf(context, item);
	const courier = courierOf(context, item);
	for (const [name, typed] of [
		['courier', courier.provider],
		['trackingNumber', courier.tracking],
	] as const) {
		if (typed === '') throw refused(`${name}: it is empty. Uniware wants both.`);
	}
	return {
		about: { package: code, facility },
		async work(http) {
			await giveCourier(http, code, facility, courier);
			return { outcome: 'sent', carrier: courier.provider, tracking: courier.tracking };
		},
	};
});

export const forceDispatch = acting((context, item) => {
	const { code, facility } = packageOf(context, item);
	const courier = courierOf(context, item);
	return {
		about: { package: code, facility },
		work: async (http) => ({ outcome: await dispatchByForce(http, code, facility, courier) }),
	};
});

export const dispatch = acting((context, item) => {
	const { code, facility } = packageOf(context, item);
	return {
		about: { package: code, facility },
		work: async (http) => ({ outcome: await dispatchPackage(http, code, facility) }),
	};
});
