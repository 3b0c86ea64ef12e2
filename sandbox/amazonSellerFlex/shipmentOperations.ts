import { type Reply, done, reply } from './answers';
import { decided } from './deciding';
import { invoiceDocument, invoiced } from './invoicing';
import { labelFile } from './labelFile';
import {
	checkLabels,
	checkOption,
	labelsGenerated,
	packageLabel,
	wishedPackages,
} from './labelling';
import { listShipments } from './listShipments';
import type { Asked, Operation } from './operations';
import { packed, repacked, slotRetrieved } from './packing';
import { invalid } from './refused';
import type { KeptPackage } from './shipment';
import { shipped } from './shipping';
import type { World } from './world';

const root = '/externalFulfillment/2024-09-11/shipments';

const idOf = ({ params }: Asked) => params.shipmentId ?? '';
const packageIdOf = ({ params }: Asked) => params.packageId ?? '';

const getShipments: Operation['answer'] = (world, { query }) => {
	const { shipments, marketplace, faults } = world;
	const page = listShipments(shipments, query, {
		marketplace: marketplace.id,
		isEmpty: () => faults.happens('emptyPages'),
	});
	return { ...reply(200, page), records: page.shipments.length };
};

const processShipment: Operation['answer'] = ({ shipments }, asked) => {
	const id = idOf(asked);
	const { what, change } = decided(asked.query.operation, asked.body, id, shipments.all());
	return done(shipments.byApi(id, what, change).effect);
};

const labelReply = (
	{ documents, options }: World,
	{ host }: Asked,
	packages: readonly KeptPackage[],
	effect: string | null,
): Reply => {
	const urlOf = (trackingId: string) =>
		documents.url(host, documents.keep(labelFile(options.labelFormat ?? 'ZPL', trackingId)), 'GET');
	const packageShipLabelList = packages.map((kept) => packageLabel(kept, urlOf));
	return reply(200, { packageShipLabelList }, effect);
};

const isFailing = ({ failingLabels, faults }: World, id: string) => {
	const left = failingLabels.get(id) ?? 0;
	failingLabels.set(id, Math.max(0, left - 1));
	return left > 0 || faults.happens('labelFailure');
};

const generateShipLabels: Operation['answer'] = (world, asked) => {
	const { shipments } = world;
	const { query, body } = asked;
	const id = idOf(asked);
	checkOption(query.shippingOptionId);
	if (query.operation === 'REGENERATE') {
		const wished = wishedPackages(shipments.known(id), body);
		checkLabels(shipments.known(id), wished);
		return labelReply(world, asked, wished, null);
	}
	if (query.operation !== 'GENERATE') throw invalid('operation must be GENERATE or REGENERATE');
	const change = labelsGenerated(body, () => isFailing(world, id));
	const { shipment, effect } = shipments.byApi(id, 'labels_generated', change);
	return labelReply(world, asked, wishedPackages(shipment, body), effect);
};

const answers = {
	getShipments: [`GET ${root}`, getShipments],
	getShipment: [
		`GET ${root}/{shipmentId}`,
		({ shipments }, asked) => reply(200, shipments.answer(idOf(asked))),
	],
	processShipment: [`POST ${root}/{shipmentId}`, processShipment],
	createPackages: [
		`POST ${root}/{shipmentId}/packages`,
		({ shipments }, asked) =>
			done(shipments.byApi(idOf(asked), 'packages_created', packed(asked.body)).effect),
	],
	updatePackage: [
		`PUT ${root}/{shipmentId}/packages/{packageId}`,
		({ shipments }, asked) => {
			const change = repacked(packageIdOf(asked), asked.body);
			return done(shipments.byApi(idOf(asked), 'package_updated', change).effect);
		},
	],
	updatePackageStatus: [
		`PATCH ${root}/{shipmentId}/packages/{packageId}`,
		({ shipments, options }, asked) => {
			const { query, body } = asked;
			const byBody = options.shipsByBody ?? false;
			const change = shipped({
				packageId: packageIdOf(asked),
				status: query.status,
				body,
				byBody,
			});
			return done(shipments.byApi(idOf(asked), 'shipped', change).effect);
		},
	],
	retrieveShippingOptions: [
		`GET ${root}/{shipmentId}/shippingOptions`,
		({ shipments }, asked) => {
			const change = slotRetrieved(asked.query.packageId);
			const { effect } = shipments.byApi(idOf(asked), 'slot_retrieved', change);
			return reply(200, { shippingOptions: [] }, effect);
		},
	],
	generateInvoice: [
		`POST ${root}/{shipmentId}/invoice`,
		({ shipments }, asked) => {
			const { shipment, effect } = shipments.byApi(idOf(asked), 'invoice_generated', invoiced);
			return reply(200, invoiceDocument(shipment), effect);
		},
	],
	retrieveInvoice: [
		`GET ${root}/{shipmentId}/invoice`,
		({ shipments }, asked) => reply(200, invoiceDocument(shipments.known(idOf(asked)))),
	],
	generateShipLabels: [`PUT ${root}/{shipmentId}/shipLabels`, generateShipLabels],
} as const satisfies Readonly<Record<string, readonly [string, Operation['answer']]>>;

/** All ten of reference/amazon-seller-flex.md 6. */
export const shipmentOperations: readonly Operation[] = (
	Object.keys(answers) as (keyof typeof answers)[]
).map((name) => ({
	name,
	at: answers[name][0],
	roles: ['Direct to Consumer Shipping (Restricted)'],
	isListed: true,
	answer: answers[name][1],
}));
