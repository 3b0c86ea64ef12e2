import { z } from 'zod';
import { done } from './answers';
import { codeList, customFields, parsed } from './body';
import type { Manifest } from './manifests';
import { type Operation, facilityOf } from './operation';
import { type Package, type SaleOrder, itemsIn, packageIn } from './order';
import { changedByApi } from './orderOperations';
import { packageOfFacility } from './packageOperations';
import { Refused, errorRow, refusalOf } from './refused';
import { dispatched, manifested } from './shipping';
import type { World } from './world';

const makingFields = {
	channel: z.string().min(1),
	shippingProviderCode: z.string().optional(),
	shippingProviderName: z.string().optional(),
	shippingMethodCode: z.string().optional(),
	shippingProviderIsAggregator: z.boolean().optional(),
	shippingCourier: z.string().optional(),
	comments: z.string().optional(),
	customFieldValues: customFields.optional(),
};

const createBody = z.strictObject({ ...makingFields, thirdPartyShipping: z.boolean() });

const createCloseBody = z.strictObject({
	...makingFields,
	shippingProviderCode: z.string(),
	shippingProviderName: z.string(),
	shippingMethodCode: z.string(),
	shippingPackageCodes: codeList,
	thirdPartyShipping: z.boolean().default(true),
});

const named = z.strictObject({ shippingManifestCode: z.string().min(1) });
const addBody = named.extend({ shippingPackageCodes: codeList });

const created = (world: World, facility: string, given: z.infer<typeof createBody>): Manifest => {
	const { channel, shippingProviderCode: provider = null } = given;
	if (!world.settings.channels.includes(channel)) {
		throw new Refused('INVALID_CHANNEL_CODE', `There is no channel ${channel}`, 'channel');
	}
	return world.manifests.create({ facility, channel, provider });
};

/** One channel and one courier; the first package decides where the manifest names none (reference/uniware-oker.md 2.5). */
const checkFit = (manifest: Manifest, order: SaleOrder, one: Package) => {
	if (one.status !== 'READY_TO_SHIP') {
		throw new Refused('INVALID_SHIPPING_PACKAGE_STATE', `Package ${one.code} is ${one.status}`);
	}
	if (order.input.channel !== manifest.channel) {
		throw new Refused('INVALID_CHANNEL_CODE', `Package ${one.code} is of another channel`);
	}
	if (manifest.provider !== null && manifest.provider !== one.provider) {
		throw new Refused(
			'SHIPPING_PROVIDER_MISMATCH_PACKAGE_TO_MANIFEST',
			`Package ${one.code} goes with ${one.provider}`,
		);
	}
};

const isClosed = ({ status }: Manifest) => status === 'CLOSED';

const withPackage = (world: World, manifest: Manifest, code: string): Manifest => {
	const found = packageOfFacility(world, code, manifest.facility);
	if (isClosed(manifest)) {
		throw new Refused('INVALID_SHIPPING_MANIFEST_CODE', `Manifest ${manifest.code} is closed`);
	}
	checkFit(manifest, found.order, found.package);
	changedByApi(world, found.order.code, 'manifested', (order) =>
		manifested(order, code, manifest.code),
	);
	return world.manifests.put({
		...manifest,
		provider: manifest.provider ?? found.package.provider,
		packages: [...manifest.packages, code],
	});
};

const itemRow = (world: World, code: string) => {
	const order = world.orders.ofPackage(code);
	const one = order && packageIn(order, code);
	return {
		shippingPackageCode: code,
		shippingPackageStatusCode: one?.status ?? null,
		invoiceCode: one?.invoice ?? null,
		trackingNumber: one?.tracking ?? null,
		quantity: order ? itemsIn(order, code).length : 0,
		noOfBoxes: 1,
	};
};

const manifestAnswer = (world: World, manifest: Manifest) => ({
	code: manifest.code,
	statusCode: manifest.status,
	channel: manifest.channel,
	shippingProviderCode: manifest.provider,
	created: world.date(manifest.createdAt),
	manifestItems: manifest.packages.map((code) => itemRow(world, code)),
});

/** Everything in it is dispatched; what was cancelled meanwhile stays behind. */
const close = (world: World, manifest: Manifest): Manifest => {
	for (const code of manifest.packages) {
		const order = world.orders.ofPackage(code);
		if (!order || packageIn(order, code)?.status !== 'MANIFESTED') continue;
		changedByApi(world, order.code, 'dispatched', (before) =>
			dispatched(before, code, { at: world.now(), isForced: false }),
		);
	}
	return world.manifests.put({ ...manifest, status: 'CLOSED' });
};

export const manifestOperations: readonly Operation[] = [
	{
		name: 'shippingManifest/create',
		path: '/oms/shippingManifest/create',
		isOfFacility: true,
		answer(world, asked) {
			const { code } = created(world, facilityOf(asked), parsed(createBody, asked.body));
			return done({ shippingManifestCode: code }, 'manifest_created');
		},
	},
	{
		name: 'shippingManifest/addShippingPackage',
		path: '/oms/shippingManifest/addShippingPackage',
		isOfFacility: true,
		answer(world, asked) {
			const { shippingManifestCode, shippingPackageCodes } = parsed(addBody, asked.body);
			const manifest = shippingPackageCodes.reduce(
				(made, code) => withPackage(world, made, code),
				world.manifests.checked(shippingManifestCode, facilityOf(asked)),
			);
			const { manifestItems } = manifestAnswer(world, manifest);
			return done({ manifestItems }, 'manifested');
		},
	},
	{
		name: 'shippingManifest/close',
		path: '/oms/shippingManifest/close',
		isOfFacility: true,
		answer(world, asked) {
			const { shippingManifestCode } = parsed(named, asked.body);
			const manifest = world.manifests.checked(shippingManifestCode, facilityOf(asked));
			if (isClosed(manifest)) {
				throw new Refused('INVALID_SHIPPING_MANIFEST_CODE', `${manifest.code} is closed already`);
			}
			if (manifest.packages.length === 0) {
				throw new Refused('INVALID_SHIPPING_MANIFEST_CODE', `${manifest.code} is empty`);
			}
			close(world, manifest);
			return done({ shippingManifestCode }, 'dispatched');
		},
	},
	{
		name: 'shippingManifest/get',
		path: '/oms/shippingManifest/get',
		isOfFacility: true,
		answer(world, asked) {
			const { shippingManifestCode } = parsed(named, asked.body);
			const manifest = world.manifests.checked(shippingManifestCode, facilityOf(asked));
			return done({ shippingManifest: manifestAnswer(world, manifest) });
		},
	},
	{
		name: 'shippingManifest/createclose',
		path: '/oms/shippingManifest/createclose',
		isOfFacility: true,
		answer(world, asked) {
			const { shippingPackageCodes, ...given } = parsed(createCloseBody, asked.body);
			let manifest = created(world, facilityOf(asked), given);
			// Each package for itself.
			const results = shippingPackageCodes.map((code) => {
				const refusal = refusalOf(() => {
					manifest = withPackage(world, manifest, code);
				});
				const errors = refusal === null ? [] : [errorRow(refusal)];
				return { shippingPackageCode: code, successful: refusal === null, errors };
			});
			const closed = close(world, manifest);
			return done(
				{
					shippingManifestCode: closed.code,
					shippingManifestStatus: closed.status,
					shippingPackages: results,
				},
				'dispatched',
			);
		},
	},
];
